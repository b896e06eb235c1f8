import type { Words } from "./refusal.js";

// The rules that many arguments share, as sentences that tell what to write instead.

/** A text of so many characters, white space around it not counted. */
export function charactersBetween(fewest: number, most: number): Words {
  return {
    "zh-TW": `請填寫 ${fewest} 至 ${most} 個字元。`,
    en: `Write ${fewest} to ${most} characters.`,
  };
}

/** A whole number within bounds. */
export function numberBetween(least: number, most: number): Words {
  return {
    "zh-TW": `請填寫 ${least} 至 ${most} 之間的整數。`,
    en: `Give a whole number from ${least} to ${most}.`,
  };
}

/** A list of so many entries. */
export function entriesBetween(fewest: number, most: number): Words {
  return {
    "zh-TW": `請提供 ${fewest} 至 ${most} 筆。`,
    en: `Give ${fewest} to ${most} entries.`,
  };
}
