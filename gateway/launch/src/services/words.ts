import type { Sentences } from "../sentences.js";

/** Why a service of the graph did not come up. */
export const words = {
  notReady: {
    "zh-TW":
      "{names} 在 {seconds} 秒內未能就緒{reasons}。\n→ LOG_LEVEL=info npm start 會顯示其過程；npm run doctor 會檢查這台電腦。",
    en: "{names} did not become ready within {seconds} s{reasons}.\n→ LOG_LEVEL=info npm start shows what they do; npm run doctor looks at this machine.",
  },
  waitsFor: { "zh-TW": "；{name} 等待 {reasons}", en: "; {name} waits for {reasons}" },
  noMain: {
    "zh-TW":
      "supergraph.yaml 列有 {folder}，但找不到 {folder}/src/main.ts。\n→ 請從檔案移除該列，或填寫它在別處執行的位址。",
    en: "supergraph.yaml names {folder}, but {folder}/src/main.ts is missing.\n→ Take its row out of the file, or give the address of where it runs.",
  },
  noReview: {
    "zh-TW": "{name} 未說明它讀取哪些設定。{fault}\n→ 請單獨執行以查看原因：node {main} --configuration",
    en: "{name} does not say what it reads. {fault}\n→ Look at it by itself: node {main} --configuration",
  },
  endedEarly: {
    "zh-TW":
      "{name} 尚未就緒就結束了；原因見上方它的訊息。\n→ npm run doctor 會檢查這台電腦；LOG_LEVEL=debug npm start 會顯示更多。",
    en: "{name} ended before it was ready; what it said about it stands above.\n→ npm run doctor looks at this machine; LOG_LEVEL=debug npm start says more.",
  },
} as const satisfies Sentences;
