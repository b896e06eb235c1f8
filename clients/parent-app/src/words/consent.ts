import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The notice on personal data, in short and whole. */
interface ConsentWords {
  short: string;
  title: string;
  lead: string;
  region: string;
  scroll: string;
  agree: string;
  decline: string;
  declineTitle: string;
  declineHint: string;
  declineNo: string;
}

export const consentWords: Catalogue<ConsentWords> = {
  "zh-TW": {
    short: "我們會用您的資料做什麼（摘要）",
    title: "個資使用聲明",
    lead: "請詳閱以下聲明，捲到最底才能勾選同意。",
    region: "個資使用聲明全文",
    scroll: "請先把聲明捲到最底。",
    agree: "本人已詳閱並同意以上條款聲明",
    decline: "不同意並退出",
    declineTitle: "不同意並退出？",
    declineHint: "這份申請會結束，您填過的學生資料會刪除。",
    declineNo: "回到聲明",
  },
  en: {
    short: "What your data is used for, in short",
    title: "How your data is used",
    lead: "Please read the notice to its end; then you can agree.",
    region: "The whole notice",
    scroll: "Scroll the notice to its end first.",
    agree: "I have read this notice and agree to it",
    decline: "I do not agree; leave",
    declineTitle: "Leave without agreeing?",
    declineHint: "The application ends, and the students that you filled in are deleted.",
    declineNo: "Back to the notice",
  },
};
