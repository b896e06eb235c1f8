import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** What the choice of channels says while bills are issued. */
interface IssueChannelWords {
  label: string;
  hint: string;
  none: string;
  /** No partner serves any channel of the school. */
  nobody: string;
  gone(names: string): string;
}

export const issueChannelWords: Catalogue<IssueChannelWords> = {
  "zh-TW": {
    label: "繳費方式",
    hint: "家長只會看到勾選的方式",
    none: "請至少選擇一種繳費方式。",
    nobody: "目前沒有業者受理本校的繳費單：家長會收到通知，但還不能繳費。請洽教育局登記業者。",
    gone: (names) => `目前已不能使用：${names}。請重新勾選。`,
  },
  en: {
    label: "Ways to pay",
    hint: "Guardians are offered what is ticked",
    none: "Choose at least one way to pay.",
    nobody:
      "No partner takes payments for this school yet: guardians are notified, and cannot pay. Ask the bureau to register a partner.",
    gone: (names) => `Not possible any more: ${names}. Please choose again.`,
  },
};
