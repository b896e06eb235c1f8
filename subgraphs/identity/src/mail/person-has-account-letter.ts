import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import { type Letter, letterText, taipeiTime } from "./letter.js";
import type { Signature } from "./signature.js";

export interface PersonHasAccountMail {
  to: EmailAddress;
  name: PersonName;
  appliedAt: Date;
  login: EmailAddress;
  signInUrl: string;
}

/** To the owner of an account whose national ID somebody applied with, under another address. It names no child. */
export function personHasAccountLetter(mail: PersonHasAccountMail, signature: Signature): Letter {
  const appliedAt = taipeiTime(mail.appliedAt);
  const { service } = signature;
  return {
    to: mail.to,
    subject: `有人以您的身分證統一編號申請親子綁定 Somebody applied with your national ID – ${service["zh-TW"]}`,
    text: letterText(
      [
        `${mail.name} 您好`,
        `有人於 ${appliedAt} 以您的身分證統一編號及另一個電子信箱申請親子綁定。該申請未成立，您的帳號沒有任何變更。\n` +
          `Somebody applied at ${appliedAt} (Taipei time) with your national ID and another e-mail address. The application was not carried out, and nothing in your account has changed.`,
        "若為您本人申請，請以您原有的帳號登入後再申請；若不是，請通知學校。\n" +
          "If it was you, sign in with the account you have and apply with it. If it was not, please tell the school.",
        `帳號 Login：${mail.login}`,
        `登入入口 Sign in at：${mail.signInUrl}`,
      ],
      signature,
    ),
  };
}
