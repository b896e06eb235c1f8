import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import { type Letter, letterText, taipeiTime } from "./letter.js";
import type { Signature } from "./signature.js";

export interface ApprovalMail {
  to: EmailAddress;
  name: PersonName;
  appliedAt: Date;
  /** What the person signs in with. */
  login: EmailAddress;
  /** The person had an account before, and goes on using it. */
  existing: boolean;
  signInUrl: string;
  /** By which link a new account's person chooses a password; null: by the last six of the national ID. */
  activationUrl: string | null;
  /** The account stands under this national ID from now on, in place of another; null where nothing changed. */
  changedNationalId: string | null;
}

/** To everybody alike, since who applied may not be told whether the ID that they named has an account. */
const haveOne =
  "若您已有帳號，請以原帳號登入並同意此項綁定。\n" +
  "If you have an account already, sign in there and accept this binding.";

const numberChanged = (masked: string) =>
  `您的帳號已改以身分證統一編號（統一證號）${masked} 登記。若這不是您本人申請的，請通知學校。\n` +
  `Your account is on record under the national ID ${masked} from now on. If you did not ask for that, please tell the school.`;

const suffixOnce =
  "初始密碼 7 天內有效且僅能使用一次。第一次登入時，系統會另寄驗證碼至本信箱，並請您變更密碼。\n" +
  "The initial password is good for 7 days and for one sign-in, at which we mail you a code and ask you to choose a password of your own.";

const byLink =
  "此連結 7 天內有效且僅能使用一次。逾期請在登入頁點選「忘記密碼或第一次登入」，或請學校資訊組重新寄送。\n" +
  "The link is good for 7 days and for one use. After that choose “Forgot password, or first sign-in” on the sign-in page, or ask your school's IT office to send another.";

/** The seed's mail to an approved guardian. It names the initial password, and never holds it. */
export function approvalLetter(mail: ApprovalMail, signature: Signature): Letter {
  const appliedAt = taipeiTime(mail.appliedAt);
  const { service } = signature;
  const account = mail.existing
    ? `您於 ${appliedAt} 提出的親子綁定申請已核可，請以您原有的帳號登入：\n` +
      `Your application of ${appliedAt} (Taipei time) has been approved. Please sign in with the account you already have:`
    : `您於 ${appliedAt} 申請的帳號已建立完成，登入資訊如下：\n` +
      `The account you applied for at ${appliedAt} (Taipei time) is ready:`;
  const login = `帳號 Login：${mail.login}`;
  const bySuffix =
    "密碼 Password：臺端身分證統一編號後6碼\n（the last six digits of your national ID or resident certificate number）";
  const firstTime = mail.activationUrl ? byLink : suffixOnce;
  const credentials = mail.activationUrl
    ? `${login}\n設定密碼 Choose your password：\n${mail.activationUrl}`
    : `${login}\n${bySuffix}`;
  return {
    to: mail.to,
    subject: `${mail.existing ? "親子綁定申請已核可 Application approved" : "帳號已建立完成 Your account is ready"} – ${service["zh-TW"]}`,
    text: letterText(
      [
        `${mail.name} 您好，歡迎使用${service["zh-TW"]}\nWelcome to ${service.en}`,
        account,
        mail.existing ? login : credentials,
        ...(mail.existing ? [] : [firstTime, haveOne]),
        ...(mail.changedNationalId ? [numberChanged(mail.changedNationalId)] : []),
        `登入入口 Sign in at：${mail.signInUrl}`,
      ],
      signature,
    ),
  };
}
