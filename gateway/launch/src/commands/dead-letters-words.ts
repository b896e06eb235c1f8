import type { Sentences } from "../sentences.js";

/** What `npm run dead-letters` says. */
export const words = {
  usage: {
    "zh-TW":
      "用法：npm run dead-letters 列出多次處理失敗的事件；npm run dead-letters -- retry <子圖> <鍵> 重新處理其中一筆。",
    en: "npm run dead-letters lists the events that failed too often; npm run dead-letters -- retry <subgraph> <key> has one tried again.",
  },
  notFound: {
    "zh-TW": "{subgraph} 沒有鍵為 {key} 的失敗事件。\n→ npm run dead-letters 會列出所有失敗事件。",
    en: "{subgraph} has no dead letters under {key}.\n→ npm run dead-letters lists them.",
  },
  triedAgain: {
    "zh-TW": "{subgraph} 將重新處理 {key}。若再失敗十次，會再列出。",
    en: "{subgraph} tries {key} again. If it fails ten times more, it is listed again.",
  },
  line: {
    "zh-TW": "{name} {key}  {type}，來自 {source}：{error}，自 {since} 起，{events} 筆等候中",
    en: "{name} {key}  {type} from {source}: {error}, since {since}, {events} waiting",
  },
  none: { "zh-TW": "沒有處理失敗的事件。", en: "There are no dead letters." },
} as const satisfies Sentences;
