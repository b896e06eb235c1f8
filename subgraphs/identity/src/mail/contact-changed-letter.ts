import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import { type Letter, letterText, taipeiTime } from "./letter.js";
import type { Signature } from "./signature.js";

export interface ContactChangedMail {
  to: EmailAddress;
  name: PersonName;
  kind: "EMAIL" | "MOBILE";
  at: Date;
  undo: { secret: string; until: Date };
  publicUrl: string;
}

const what = {
  EMAIL: { "zh-TW": "電子信箱（登入帳號）", en: "e-mail address, which is the login" },
  MOBILE: { "zh-TW": "手機號碼", en: "mobile number" },
} as const;

/** To the address that was the login until now. It says neither what took its place nor anything else of the account. */
export function contactChangedLetter(mail: ContactChangedMail, signature: Signature): Letter {
  const { kind, at, undo, publicUrl } = mail;
  return {
    to: mail.to,
    subject: `您的${kind === "EMAIL" ? "電子信箱" : "手機號碼"}已變更 Your contact was changed – ${signature.service["zh-TW"]}`,
    text: letterText(
      [
        `${mail.name} 您好：`,
        `您帳號的${what[kind]["zh-TW"]}已於 ${taipeiTime(at)} 變更。\n` +
          `The ${what[kind].en}, of your account was changed at ${taipeiTime(at)} (Taipei time).`,
        "若是您本人變更，請忽略本郵件。\nIf you did this, ignore this mail.",
        `若不是您，請於 ${taipeiTime(undo.until)} 前開啟以下連結恢復。恢復後所有裝置都會登出，請再以驗證碼設定新密碼。\n` +
          `If you did not, open this link before ${taipeiTime(undo.until)} to undo it. Every device is then signed out, and you choose a new password by a code:`,
        `${publicUrl}/sso/undo?link=${undo.secret}`,
      ],
      signature,
    ),
  };
}
