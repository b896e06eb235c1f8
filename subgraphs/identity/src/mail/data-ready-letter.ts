import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { type Letter, letterText, taipeiTime } from "./letter.js";
import type { Signature } from "./signature.js";

/** To whoever asked for what is kept about them: where to fetch it. It holds none of it, and no link that opens it. */
export function dataReadyLetter(
  { to, name, expiresAt, publicUrl }: { to: EmailAddress; name: string; expiresAt: Date; publicUrl: string },
  signature: Signature,
): Letter {
  const until = taipeiTime(expiresAt);
  return {
    to,
    subject: `個人資料檔案已備妥 Your data is ready – ${signature.service["zh-TW"]}`,
    text: letterText(
      [
        `${name} 您好：\nDear ${name},`,
        "您申請的個人資料檔案已經備妥，請登入後下載；下載前須再驗證一次身分。\n" +
          "The file with what is kept about you is ready. Sign in to download it; you will be asked to show once more that it is you.",
        `檔案保留至 Kept until：${until}`,
        `下載頁面 Download at：${new URL("/parent/me/data", publicUrl)}`,
        "若非您本人申請，請立即更換密碼，並洽學校資訊組。\n" +
          "If you did not ask for this, change your password at once and tell your school's IT office.",
      ],
      signature,
    ),
  };
}
