import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { CodePurpose } from "../domain/limits.js";
import { type Letter, letterText, taipeiTime } from "./letter.js";
import type { Signature } from "./signature.js";

export interface CodeMail {
  to: EmailAddress;
  code: string;
  /** As the page shows it that asks for the code. */
  reference: string;
  expiresAt: Date;
  purpose: CodePurpose;
}

const occasions = {
  APPLICATION: { "zh-TW": "親子綁定", en: "your application" },
  CONTACT: { "zh-TW": "變更帳號聯絡資料", en: "changing how your account is reached" },
  SIGN_IN: { "zh-TW": "登入單一身分驗證服務", en: "signing in" },
} as const satisfies Record<CodePurpose, object>;

/** The code stands alone on its line, so that it is easy to read and to copy. */
export function codeLetter(
  { to, code, reference, expiresAt, purpose }: CodeMail,
  signature: Signature,
): Letter {
  const occasion = occasions[purpose];
  return {
    to,
    subject: `驗證碼 Verification code (${reference}) – ${signature.service["zh-TW"]}`,
    text: letterText(
      [
        `您用於${occasion["zh-TW"]}的驗證碼：\nYour verification code for ${occasion.en}:`,
        code,
        `參考碼 Reference：${reference}\n請輸入在顯示相同參考碼的畫面。Enter it where the same reference is shown.`,
        `驗證碼時效為 1 小時（至 ${taipeiTime(expiresAt)}），僅能使用一次；逾時請重新取得驗證碼。\n` +
          `It is good for one hour (until ${taipeiTime(expiresAt)}, Taipei time) and for one use. After that, ask for a new one.`,
        "若您並未提出申請，請忽略本郵件，也請勿將驗證碼告訴任何人。\n" +
          "If you did not ask for it, ignore this mail. Never tell the code to anyone.",
      ],
      signature,
    ),
  };
}
