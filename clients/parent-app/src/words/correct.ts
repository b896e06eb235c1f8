import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** A returned request, corrected and sent again. */
interface CorrectWords {
  title: string;
  data: string;
  dataHint: string;
  dataDone: string;
  change: string;
  send: string;
  gone: string;
}

export const correctWords: Catalogue<CorrectWords> = {
  "zh-TW": {
    title: "修正申請",
    data: "家長資料",
    dataHint: "資料沒有錯就不用重填。",
    dataDone: "已填好新的家長資料。",
    change: "修改家長資料",
    send: "重新送出",
    gone: "這份申請現在不能修正，請回到列表查看。",
  },
  en: {
    title: "Correct the application",
    data: "About you",
    dataHint: "If your data is right, leave it as it is.",
    dataDone: "New data is filled in.",
    change: "Change my data",
    send: "Send it again",
    gone: "This application cannot be corrected now; see the list.",
  },
};
