import type { Words } from "@campus-graph/kit/refusals/refusal";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { type Letter, letterText, taipeiTime } from "./letter.js";
import type { Signature } from "./signature.js";

export type AccountStateOccasion = "DISABLED" | "ENABLED";

const sentences: Readonly<Record<AccountStateOccasion, Words>> = {
  DISABLED: {
    "zh-TW": "您的帳號已停用：所有裝置都已登出，目前無法登入。您的資料與綁定都還在。",
    en: "Your account was disabled: all your devices are signed out, and nobody can sign in to it for now. Your data and bindings are kept.",
  },
  ENABLED: {
    "zh-TW": "您的帳號已恢復，可以用原來的密碼登入。",
    en: "Your account was enabled again. You sign in with the password that you had.",
  },
};

const remedies: Readonly<Record<AccountStateOccasion, Words>> = {
  DISABLED: {
    "zh-TW": "若有疑問或想恢復使用，請洽學校資訊組，或以下方電話聯絡我們。",
    en: "If you have questions, or want to use it again, turn to your school's IT office, or call us at the number below.",
  },
  ENABLED: {
    "zh-TW": "若您沒有要求恢復，請洽學校資訊組，並在登入後更換密碼。",
    en: "If you did not ask for this, tell your school's IT office, and change your password once you have signed in.",
  },
};

/**
 * To the owner of an account that an office has disabled, or enabled again. Why stays with the office: whoever else reads
 * this mailbox may be whom it was done against.
 */
export function accountStateLetter(
  {
    to,
    name,
    occasion,
    at,
    signInUrl,
  }: { to: EmailAddress; name: string; occasion: AccountStateOccasion; at: Date; signInUrl: string },
  signature: Signature,
): Letter {
  const [what, remedy] = [sentences[occasion], remedies[occasion]];
  return {
    to,
    subject: `帳號狀態通知 Your account – ${signature.service["zh-TW"]}`,
    text: letterText(
      [
        `${name} 您好：\nDear ${name},`,
        `${what["zh-TW"]}\n${what.en}`,
        `時間 Time：${taipeiTime(at)}`,
        `${remedy["zh-TW"]}\n${remedy.en}`,
        ...(occasion === "ENABLED" ? [`登入入口 Sign in at：${signInUrl}`] : []),
      ],
      signature,
    ),
  };
}
