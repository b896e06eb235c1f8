import type { Words } from "@campus-graph/kit/refusals/refusal";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { type Letter, letterText, taipeiTime } from "./letter.js";
import type { Signature } from "./signature.js";

export type SecondFactorOccasion = "ADDED" | "REMOVED" | "RESET" | "RECOVERY_CODE_USED";

const sentences: Readonly<Record<SecondFactorOccasion, Words>> = {
  ADDED: {
    "zh-TW": "您的帳號新增了一種第二重驗證（驗證器或通行密鑰）。",
    en: "A second factor (an authenticator or a passkey) was added to your account.",
  },
  REMOVED: {
    "zh-TW": "您的帳號移除了一種第二重驗證。",
    en: "A second factor was removed from your account.",
  },
  RESET: {
    "zh-TW":
      "資訊人員已重設您的第二重驗證，原有的驗證器、通行密鑰與備用碼全部失效，所有裝置已登出。下次登入時請重新設定。",
    en: "The IT office has reset your second factor: your authenticator, passkeys and recovery codes are void, and all devices are signed out. You set up a new one when you next sign in.",
  },
  RECOVERY_CODE_USED: {
    "zh-TW": "有人使用您的一組備用碼完成驗證。",
    en: "One of your recovery codes was used.",
  },
};

/** To the owner of an account whose second factor changed. */
export function secondFactorLetter(
  {
    to,
    name,
    occasion,
    at,
    signInUrl,
  }: { to: EmailAddress; name: string; occasion: SecondFactorOccasion; at: Date; signInUrl: string },
  signature: Signature,
): Letter {
  const { service } = signature;
  const what = sentences[occasion];
  return {
    to,
    subject: `帳號安全通知 Account security – ${service["zh-TW"]}`,
    text: letterText(
      [
        `${name} 您好：\nDear ${name},`,
        `${what["zh-TW"]}\n${what.en}`,
        `時間 Time：${taipeiTime(at)}`,
        "若非您本人操作，請立即更換密碼，並洽學校資訊組。\n" +
          "If this was not you, change your password at once and tell your school's IT office.",
        `登入入口 Sign in at：${signInUrl}`,
      ],
      signature,
    ),
  };
}
