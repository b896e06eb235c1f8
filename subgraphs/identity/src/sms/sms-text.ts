import type { Language } from "@campus-graph/kit/refusals/refusal";

export interface CodeSms {
  code: string;
  /** As the page shows it that asks for the code. */
  reference: string;
  language: Language;
}

/** One part in either language: a second one would cost as much again, and may come without the first. */
export function codeSms({ code, reference, language }: CodeSms): string {
  return language === "en"
    ? `Taipei Campus code ${code} (reference ${reference}), good for 10 minutes and one use. Never tell it to anyone.`
    : `【臺北校園】驗證碼 ${code}（參考碼 ${reference}），10 分鐘內有效，限用一次，請勿告訴任何人。`;
}

/** GSM 03.38's letters and its extension, which take two places each. */
const gsmLetters =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const gsmExtension = "^{}\\[~]|€\f";

/** So many parts a text is sent and paid in: 160 letters of GSM 03.38 or 70 of UCS-2, in several parts 153 and 67 each. */
export function smsParts(text: string): number {
  const isGsm = [...text].every((letter) => gsmLetters.includes(letter) || gsmExtension.includes(letter));
  const length = isGsm
    ? [...text].reduce((sum, letter) => sum + (gsmExtension.includes(letter) ? 2 : 1), 0)
    : text.length;
  const [alone, each] = isGsm ? [160, 153] : [70, 67];
  return length <= alone ? 1 : Math.ceil(length / each);
}

/** 0912***678: known by who wrote it, and by nobody else. */
export function maskNumber(number: string): string {
  return `${number.slice(0, 4)}***${number.slice(-3)}`;
}
