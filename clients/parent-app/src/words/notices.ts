import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

interface NoticesWords {
  title: string;
  nothing: string;
  nothingHint: string;
  isNew: string;
}

export const noticesWords: Catalogue<NoticesWords> = {
  "zh-TW": {
    title: "通知",
    nothing: "還沒有通知",
    nothingHint: "老師審核了申請、學校開出新帳單、繳費入帳時，都會出現在這裡。",
    isNew: "新",
  },
  en: {
    title: "Notices",
    nothing: "No notices yet",
    nothingHint: "When a teacher decides, a bill is out, or a payment arrives, you are told here.",
    isNew: "New",
  },
};
