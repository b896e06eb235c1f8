import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** A national ID in full, for a moment. */
interface RevealWords {
  show: string;
  showOf(masked: string): string;
  hide: string;
  reason: string;
  reasonHint: string;
  cancel: string;
}

export const revealWords: Catalogue<RevealWords> = {
  "zh-TW": {
    show: "顯示全碼",
    showOf: (masked) => `顯示全碼：${masked}`,
    hide: "隱藏",
    reason: "查看原因",
    reasonHint: "誰在何時、為何查看會留下紀錄，家長本人看得到。",
    cancel: "取消",
  },
  en: {
    show: "Show in full",
    showOf: (masked) => `Show in full: ${masked}`,
    hide: "Hide",
    reason: "Why you need it",
    reasonHint: "Who looked, when and why is written down, and the guardian can read it.",
    cancel: "Cancel",
  },
};
