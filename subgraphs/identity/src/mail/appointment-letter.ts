import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { officeOf } from "../domain/offices.js";
import type { StaffRole } from "../domain/staff-role.js";
import { type Letter, letterText } from "./letter.js";
import type { Signature } from "./signature.js";

export interface AppointmentMail {
  to: EmailAddress;
  role: StaffRole;
  /** Whoever has one signs in as they always do. */
  hasPassword: boolean;
  signInUrl: string;
}

/** To staff who were appointed: what to, for which days, and how to begin. */
export function appointmentLetter(
  { to, role, hasPassword, signInUrl }: AppointmentMail,
  signature: Signature,
): Letter {
  const { service } = signature;
  const office = officeOf[role.role];
  const place =
    role.schoolCode === undefined
      ? { "zh-TW": "", en: "" }
      : { "zh-TW": `（學校代碼 ${role.schoolCode}）`, en: ` of school ${role.schoolCode}` };
  const { from, until } = role;
  const days =
    until === null
      ? { "zh-TW": `自 ${from} 起`, en: `from ${from} on` }
      : { "zh-TW": `自 ${from} 起，至 ${until} 止`, en: `from ${from} until ${until}` };
  return {
    to,
    subject: `您已獲指派權限 You have been appointed – ${service["zh-TW"]}`,
    text: letterText(
      [
        `您好，歡迎使用${service["zh-TW"]}\nWelcome to ${service.en}`,
        `您已獲指派為${office["zh-TW"]}${place["zh-TW"]}，${days["zh-TW"]}。帳號 Login：${to}\n` +
          `You have been appointed as ${office.en}${place.en}, ${days.en}.`,
        hasPassword
          ? "請以您現有的密碼登入。\nSign in with the password you have."
          : "第一次登入請點選「忘記密碼或第一次登入」，以寄到本信箱的驗證碼設定您的密碼。\n" +
            "To sign in for the first time, choose “Forgot password, or first sign-in” and set a password with the code that we mail you.",
        `登入入口 Sign in at：${signInUrl}`,
      ],
      signature,
    ),
  };
}
