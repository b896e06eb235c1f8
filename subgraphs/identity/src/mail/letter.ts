import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { Signature } from "./signature.js";

/** A mail as it is sent: plain text, which reads the same everywhere, and for some the same words as HTML beside it. */
export interface Letter {
  to: EmailAddress;
  subject: string;
  text: string;
  html?: string;
}

/** Every mail says in both languages that no person reads the answers, and who sends it. */
export function letterText(paragraphs: readonly string[], signature: Signature): string {
  return [
    "** 本郵件由系統自動發送，請勿直接回覆 **\n** This is an automatically generated email, please do not reply. **",
    ...paragraphs,
    [
      signature.organisation["zh-TW"],
      signature.organisation.en,
      `地址：${signature.address}`,
      `電話：${signature.telephone}`,
      `信箱：${signature.email}`,
    ].join("\n"),
  ].join("\n\n");
}

/** 2020/08/14 15:03:46, as it was in Taipei. */
export function taipeiTime(instant: Date): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: "Asia/Taipei",
      dateStyle: "short",
      timeStyle: "medium",
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}/${parts.month}/${parts.day} ${parts.hour}:${parts.minute}:${parts.second}`;
}
