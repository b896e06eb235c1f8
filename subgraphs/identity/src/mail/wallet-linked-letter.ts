import type { Words } from "@campus-graph/kit/refusals/refusal";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PartnerScope } from "../domain/partner.js";
import { type Letter, letterText, taipeiTime } from "./letter.js";
import type { Signature } from "./signature.js";

/** What a wallet may do for whoever has linked it. */
const may: Readonly<Record<PartnerScope, Words>> = {
  "bills:read": {
    "zh-TW": "查看您子女的繳費單：項目、金額、期限、狀態、學校與隱碼姓名",
    en: "read your children's bills: items, amounts, dates, state, school and masked name",
  },
  "notices:subscribe": { "zh-TW": "即時收到繳費通知", en: "get your bill notices as they come" },
  // Nothing that a guardian could give.
  "payments:notify": { "zh-TW": "", en: "" },
};

export interface WalletLinked {
  to: EmailAddress;
  name: string;
  partnerName: string;
  scopes: readonly PartnerScope[];
  at: Date;
  publicUrl: string;
}

/** To a guardian whose account a wallet was linked to: if it was not they, here is where to end it. */
export function walletLinkedLetter(
  { to, name, partnerName, scopes, at, publicUrl }: WalletLinked,
  signature: Signature,
): Letter {
  const told = scopes.map((scope) => may[scope]).filter(({ en }) => en !== "");
  return {
    to,
    subject: `已連結「${partnerName}」 A wallet was linked – ${signature.service["zh-TW"]}`,
    text: letterText(
      [
        `${name} 您好：\nDear ${name},`,
        `您的帳號已於 ${taipeiTime(at)} 同意連結「${partnerName}」。\n` +
          `“${partnerName}” was linked to your account at ${taipeiTime(at)} (Taipei time).`,
        `它可以：\n${told.map((words) => `・${words["zh-TW"]}`).join("\n")}\n` +
          `It may:\n${told.map(({ en }) => `- ${en}`).join("\n")}`,
        "它不能看到其他資料，也不能替您繳費或申請。\n" +
          "It sees nothing else, and can neither pay nor apply in your name.",
        `您隨時可以在這裡終止連結，立即生效。若不是您連結的，請立即終止，並更換密碼：\n` +
          `You can end this at any time, at once. If it was not you, end it now and change your password:`,
        `${publicUrl}/parent/me/wallets`,
      ],
      signature,
    ),
  };
}
