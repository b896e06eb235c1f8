import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import { type Letter, letterText, taipeiTime } from "./letter.js";
import type { Signature } from "./signature.js";

export interface PersonLinkMail {
  to: EmailAddress;
  name: PersonName;
  appliedAt: Date;
  expiresAt: Date;
  signInUrl: string;
}

/** To the owner of an account whose national ID somebody applied with under another address. */
export function personLinkLetter(mail: PersonLinkMail, signature: Signature): Letter {
  const { service } = signature;
  return {
    to: mail.to,
    subject: `有人以您的身分證字號申請親子綁定 Somebody applied with your national ID – ${service["zh-TW"]}`,
    text: letterText(
      [
        `${mail.name} 您好：`,
        `${taipeiTime(mail.appliedAt)} 有人以您的身分證統一編號（或統一證號）及另一個電子信箱申請親子綁定，學校已核可。\n` +
          `At ${taipeiTime(mail.appliedAt)} (Taipei time) somebody applied with your national ID and another e-mail address; the school has approved it.`,
        `若是您本人，請於 ${taipeiTime(mail.expiresAt)} 前以本帳號登入並同意；在您同意之前，您的帳號不會有任何變動。\n` +
          `If it was you, sign in with this account and accept before ${taipeiTime(mail.expiresAt)}. Nothing is added to your account until you do.`,
        "若不是您，請登入後拒絕，或不予理會，期限過後即失效；並請通知學校。\n" +
          "If it was not you, sign in and decline, or do nothing and it ends by itself; and please tell the school.",
        `登入入口 Sign in at：${mail.signInUrl}`,
      ],
      signature,
    ),
  };
}
