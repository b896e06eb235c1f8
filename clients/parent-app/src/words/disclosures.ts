import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** Who looked at what of mine. */
interface DisclosuresWords {
  title: string;
  lead: string;
  mine: string;
  ofChild(name: string): string;
  none: string;
  what: Readonly<Record<string, string>>;
  roles: Readonly<Record<string, string>>;
  gone: string;
  because(reason: string): string;
  more: string;
}

export const disclosuresWords: Catalogue<DisclosuresWords> = {
  "zh-TW": {
    title: "誰看過我的資料",
    lead: "畫面平常只顯示遮蔽後的身分證字號。學校人員要看完整號碼時，必須說明原因，並記錄在這裡。",
    mine: "我的身分證字號",
    ofChild: (name) => `${name} 的資料`,
    none: "沒有人看過。",
    what: { NATIONAL_ID: "完整的身分證字號", STUDENT_NATIONAL_ID: "孩子完整的身分證字號" },
    roles: { TEACHER: "導師", REGISTRAR: "註冊組", CASHIER: "出納組", IT: "資訊組", BUREAU: "教育局" },
    gone: "已離職的人員",
    because: (reason) => `原因：${reason}`,
    more: "顯示更早的",
  },
  en: {
    title: "Who looked at my data",
    lead: "Screens show a national ID with its middle hidden. School staff who need it in full must say why, and it is written down here.",
    mine: "My national ID",
    ofChild: (name) => `Data of ${name}`,
    none: "Nobody has looked.",
    what: {
      NATIONAL_ID: "The national ID in full",
      STUDENT_NATIONAL_ID: "The child’s national ID in full",
    },
    roles: {
      TEACHER: "homeroom teacher",
      REGISTRAR: "registrar",
      CASHIER: "cashier",
      IT: "IT office",
      BUREAU: "bureau",
    },
    gone: "Somebody who has left",
    because: (reason) => `Reason: ${reason}`,
    more: "Show earlier ones",
  },
};
