import type { Sentences } from "../sentences.js";

/** Why a command could not ask the running graph. */
export const words = {
  variableMissing: {
    "zh-TW": "缺少 {variable}。\n→ 請以 npm run 執行，它會自動設定；若直接執行，請給予與閘道相同的值。",
    en: "{variable} is missing.\n→ Run the command by npm run, which sets it; alone, it wants what the gateway has.",
  },
  keysUnreadable: {
    "zh-TW": "無法讀取金鑰檔 {file}：{fault}。\n→ 請提供系統啟動時所用的 KEYS_FOLDER（及 CAMPUS_DATA）。",
    en: "The keys in {file} cannot be read: {fault}.\n→ Give the KEYS_FOLDER (and CAMPUS_DATA) that the graph was started with.",
  },
  noSubgraph: {
    "zh-TW": "沒有名為 {subgraph} 的子圖。\n→ 請指定其中之一：{names}。",
    en: "There is no subgraph {subgraph}.\n→ Name one of these: {names}.",
  },
  noAnswer: {
    "zh-TW": "{subgraph} 在 {origin} 沒有回應。\n→ 請以 npm start 啟動系統，並等候就緒。",
    en: "{subgraph} does not answer at {origin}.\n→ Start the graph with npm start, and wait until it is ready.",
  },
  signatureUnknown: {
    "zh-TW": "{subgraph} 不接受本命令的簽章。\n→ 請提供它啟動時所用的 KEYS_FOLDER（及 CAMPUS_DATA）。",
    en: "{subgraph} does not know our signature.\n→ Give the KEYS_FOLDER (and CAMPUS_DATA) that it was started with.",
  },
  failed: {
    "zh-TW": "{subgraph} 回覆 {status}，未能完成。\n→ 原因見其紀錄：LOG_LEVEL=info npm start。",
    en: "{subgraph} answered {status}.\n→ Its log says why: LOG_LEVEL=info npm start.",
  },
} as const satisfies Sentences;
