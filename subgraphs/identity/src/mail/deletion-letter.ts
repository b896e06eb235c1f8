import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { type Letter, letterText, taipeiTime } from "./letter.js";
import type { Signature } from "./signature.js";

/** To whoever asked for their account to be deleted: what has ended, what will be, and what undoes it. */
export function deletionLetter(
  { to, name, destroysAt, undoUrl }: { to: EmailAddress; name: string; destroysAt: Date; undoUrl: string },
  signature: Signature,
): Letter {
  const until = taipeiTime(destroysAt);
  return {
    to,
    subject: `帳號即將刪除 Your account will be deleted – ${signature.service["zh-TW"]}`,
    text: letterText(
      [
        `${name} 您好：\nDear ${name},`,
        "您的帳號已依申請停用，所有裝置已登出，與孩子的綁定也已結束。\n" +
          "As you asked, your account is closed: all devices are signed out, and your bindings to children have ended.",
        `個人資料將於下列時間銷毀 What is personal is destroyed at：${until}`,
        `在此之前可以復原帳號（綁定須重新申請）\nUntil then this brings the account back (bindings are applied for anew)：\n${undoUrl}`,
        "若非您本人申請，請立即以上述連結復原，並更換密碼。\n" +
          "If you did not ask for this, use the link at once, and change your password.",
      ],
      signature,
    ),
  };
}
