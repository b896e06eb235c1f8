import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import { type Letter, letterText } from "./letter.js";
import type { Signature } from "./signature.js";

export interface InvitationMail {
  to: EmailAddress;
  name: PersonName;
  signInUrl: string;
}

/** To staff whom a school entered: there is no password yet, the first sign-in is by a mailed code. */
export function invitationLetter({ to, name, signInUrl }: InvitationMail, signature: Signature): Letter {
  const { service } = signature;
  return {
    to,
    subject: `學校已為您建立帳號 Your school made an account for you – ${service["zh-TW"]}`,
    text: letterText(
      [
        `${name} 您好，歡迎使用${service["zh-TW"]}\nWelcome to ${service.en}`,
        `學校已將您設為班級導師，帳號 Login：${to}\nYour school entered you as a homeroom teacher.`,
        "第一次登入請點選「忘記密碼或第一次登入」，以寄到本信箱的驗證碼設定您的密碼。\n" +
          "To sign in for the first time, choose “Forgot password, or first sign-in” and set a password with the code that we mail you.",
        `登入入口 Sign in at：${signInUrl}`,
      ],
      signature,
    ),
  };
}
