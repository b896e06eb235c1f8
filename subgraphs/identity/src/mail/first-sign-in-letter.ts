import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import { type Letter, letterText } from "./letter.js";
import type { Signature } from "./signature.js";

export interface FirstSignInMail {
  to: EmailAddress;
  name: PersonName;
  signInUrl: string;
  /** By the last six of the national ID; where nobody told us one, by a mailed code alone; or by a link. */
  by: "SUFFIX" | "CODE" | { link: string };
}

const bySuffixText =
  "密碼 Password：臺端身分證統一編號後6碼\n（the last six digits of your national ID or resident certificate number）\n" +
  "7 天內有效且僅能使用一次。登入時系統會另寄驗證碼至本信箱，並請您設定自己的密碼。\n" +
  "It is good for 7 days and for one sign-in, at which we mail you a code and ask you to choose a password of your own.";

const byCodeText =
  "請點選「忘記密碼或第一次登入」，以寄到本信箱的驗證碼設定您的密碼。\n" +
  "Choose “Forgot password, or first sign-in” and set a password with the code that we mail you.";

const byLinkText = (link: string) =>
  `請開啟以下連結設定密碼，7 天內有效且僅能使用一次；先前寄發的連結已失效。\n` +
  `Open this link to choose a password. It is good for 7 days and for one use; those mailed before are dead.\n${link}`;

function howBy(by: FirstSignInMail["by"]): string {
  if (typeof by === "object") return byLinkText(by.link);
  return by === "SUFFIX" ? bySuffixText : byCodeText;
}

/** An office has opened somebody's first sign-in anew. */
export function firstSignInLetter(
  { to, name, signInUrl, by }: FirstSignInMail,
  signature: Signature,
): Letter {
  const { service } = signature;
  return {
    to,
    subject: `請重新進行第一次登入 Your first sign-in is open again – ${service["zh-TW"]}`,
    text: letterText(
      [
        `${name} 您好：`,
        "學校已為您重新開放第一次登入。若您沒有提出這項請求，請通知學校資訊組。\n" +
          "Your first sign-in has been opened anew. If you did not ask for it, please tell your school's IT office.",
        `帳號 Login：${to}\n${howBy(by)}`,
        `登入入口 Sign in at：${signInUrl}`,
      ],
      signature,
    ),
  };
}
