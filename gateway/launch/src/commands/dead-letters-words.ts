import type { Sentences } from "../sentences.js";

/** What `npm run dead-letters` says. */
export const words = {
  usage: {
    "zh-TW":
      "用法：npm run dead-letters 列出多次處理失敗的事件與工作（如信件）；npm run dead-letters -- retry <子圖> <鍵> 重新處理其中一筆。",
    en: "npm run dead-letters lists the events and jobs (mails) that failed too often; npm run dead-letters -- retry <subgraph> <key> has one tried again.",
  },
  notFound: {
    "zh-TW": "{subgraph} 沒有鍵為 {key} 的失敗事件或工作。\n→ npm run dead-letters 會全部列出。",
    en: "{subgraph} has no dead letters under {key}.\n→ npm run dead-letters lists them.",
  },
  triedAgain: {
    "zh-TW": "{subgraph} 將重新處理 {key}。若仍一再失敗，會再列出。",
    en: "{subgraph} tries {key} again. If it goes on failing, it is listed again.",
  },
  line: {
    "zh-TW": "{name} {key}  {type}，來自 {source}：{error}，自 {since} 起，{events} 筆等候中",
    en: "{name} {key}  {type} from {source}: {error}, since {since}, {events} waiting",
  },
  job: {
    "zh-TW": "{name} {id}  {kind}：{error}，自 {since} 起，已嘗試 {tries} 次",
    en: "{name} {id}  {kind}: {error}, since {since}, tried {tries} times",
  },
  none: { "zh-TW": "沒有處理失敗的事件或工作。", en: "There are no dead letters." },
} as const satisfies Sentences;
