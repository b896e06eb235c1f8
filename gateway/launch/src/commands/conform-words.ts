import type { Sentences } from "../sentences.js";

/** What `npm run conform` says before it tries anything. */
export const words = {
  notRegistered: {
    "zh-TW":
      "沒有代號為「{partner}」的業者；已登記：{known}。\n→ 請先登記：npm run partner -- add {partner} --name <名稱> --channels <管道,…> --key <公鑰檔>",
    en: "No partner “{partner}” is registered; there are: {known}.\n→ Register it first: npm run partner -- add {partner} --name <name> --channels <channel,…> --key <public key file>",
  },
  suspended: {
    "zh-TW": "業者「{partner}」已暫停，其程式無法取得權杖。\n→ 請先恢復：npm run partner -- resume {partner}",
    en: "The partner “{partner}” is suspended, so its program gets no token.\n→ Resume it first: npm run partner -- resume {partner}",
  },
} as const satisfies Sentences;
