import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { type FirstStaffRole, officeOf } from "../domain/first-staff.js";
import { type Letter, letterText } from "./letter.js";
import type { Signature } from "./signature.js";

export interface Appointment {
  to: EmailAddress;
  role: FirstStaffRole;
  schoolCode: string | null;
  signInUrl: string;
}

/** To staff whom the operator appointed: there may be no password yet, the first sign-in is by a mailed code. */
export function appointmentLetter(
  { to, role, schoolCode, signInUrl }: Appointment,
  signature: Signature,
): Letter {
  const { service } = signature;
  const office = officeOf[role];
  const place =
    schoolCode === null
      ? { "zh-TW": "", en: "" }
      : { "zh-TW": `（學校代碼 ${schoolCode}）`, en: ` of school ${schoolCode}` };
  return {
    to,
    subject: `您已獲指派權限 You have been appointed – ${service["zh-TW"]}`,
    text: letterText(
      [
        `您好，歡迎使用${service["zh-TW"]}\nWelcome to ${service.en}`,
        `系統管理者已將您設為${office["zh-TW"]}${place["zh-TW"]}，帳號 Login：${to}\n` +
          `The operator has appointed you as ${office.en}${place.en}.`,
        "第一次登入請點選「忘記密碼或第一次登入」，以寄到本信箱的驗證碼設定您的密碼。\n" +
          "To sign in for the first time, choose “Forgot password, or first sign-in” and set a password with the code that we mail you.",
        `登入入口 Sign in at：${signInUrl}`,
      ],
      signature,
    ),
  };
}
