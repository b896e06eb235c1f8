import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** What is kept about a person, as a file. */
interface DataWords {
  title: string;
  lead: string;
  ask: string;
  asked(moment: string): string;
  gathering(gathered: number, sources: number): string;
  ready(until: string): string;
  fetch: string;
  prove: string;
  links: string;
  page: string;
  json: string;
}

export const dataWords: Catalogue<DataWords> = {
  "zh-TW": {
    title: "我的個人資料",
    lead: "可以取得本服務留存的、關於您的全部資料，整理成一份檔案。備妥時會寄信通知，檔案保留 7 天；24 小時內可申請一次。",
    ask: "申請我的資料",
    asked: (moment) => `${moment} 申請`,
    gathering: (gathered, sources) => `彙整中，${sources} 個系統已完成 ${gathered} 個。`,
    ready: (until) => `已備妥，保留到 ${until}。`,
    fetch: "下載檔案",
    prove: "為了保護您的資料，請再驗證一次是您本人。",
    links: "請在一分鐘內下載，每個連結只能用一次。",
    page: "下載可閱讀的檔案（HTML）",
    json: "下載供程式使用的檔案（JSON）",
  },
  en: {
    title: "My data",
    lead: "You can have everything that this service keeps about you, as one file. A mail tells when it is ready; it is kept for 7 days, and can be asked for once in 24 hours.",
    ask: "Ask for my data",
    asked: (moment) => `Asked for on ${moment}`,
    gathering: (gathered, sources) => `Being gathered: ${gathered} of ${sources} systems have answered.`,
    ready: (until) => `Ready, and kept until ${until}.`,
    fetch: "Download",
    prove: "To protect your data, please show once more that it is you.",
    links: "Download within a minute; each link works once.",
    page: "Download to read (HTML)",
    json: "Download for programs (JSON)",
  },
};
