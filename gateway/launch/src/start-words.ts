import type { Sentences } from "./sentences.js";

/** Why `npm start` does not begin: its settings, its ports, the file of subgraphs, what is composed of them. */
export const words = {
  port: {
    "zh-TW": "PORT 是「{given}」，不是埠號。\n→ 請填寫 65000 以內的數字，例如 PORT=4100。",
    en: "PORT is “{given}”, which is no port.\n→ Give a number up to 65000, such as PORT=4100.",
  },
  mode: {
    "zh-TW": "MODE 不能是「{given}」。\n→ 請設為 MODE=production；示範城市則不設。",
    en: "MODE is “{given}”, which is no mode.\n→ Give MODE=production, or leave it out for the demo.",
  },
  keysFolderMissing: {
    "zh-TW":
      "缺少 KEYS_FOLDER：正式環境不接受為示範產生的金鑰。\n→ 請產生一次並妥善保存：npm run keys -- /some/folder，再設 KEYS_FOLDER=/some/folder。",
    en: "KEYS_FOLDER is missing: production refuses the keys that are generated for the demo.\n→ Make the city's own once, and keep them: npm run keys -- /some/folder. Then give KEYS_FOLDER=/some/folder.",
  },
  noKeys: {
    "zh-TW": "KEYS_FOLDER 是 {folder}，但其中沒有金鑰。\n→ 請產生一次並妥善保存：npm run keys -- {folder}",
    en: "KEYS_FOLDER is {folder}, but there are no keys there.\n→ Make them once, and keep them: npm run keys -- {folder}",
  },
  someKeys: {
    "zh-TW":
      "KEYS_FOLDER 是 {folder}，但其中缺少 {missing}。\n→ 請放回 npm run keys 產生的檔案：資料只能以寫入時的金鑰讀取。",
    en: "KEYS_FOLDER is {folder}, but it lacks {missing}.\n→ Put back what npm run keys made: data is read only with the very keys that it was written with.",
  },
  databaseAddress: {
    "zh-TW":
      "{variable} 不是以 postgresql:// 或 postgres:// 開頭的位址。\n→ 例如設為 {variable}=postgresql://user:password@host/postgres；若使用內附的 PostgreSQL，請不設。",
    en: "{variable} is no address that begins with postgresql:// or postgres://.\n→ Give one, such as {variable}=postgresql://user:password@host/postgres, or leave it out for the PostgreSQL that comes along.",
  },
  portTaken: {
    "zh-TW":
      "埠 {port}（供 {who} 使用）已被其他程式占用。\n→ 請停止該程式，或改用其他埠：PORT={other} npm start（子圖的埠會一起移動）。",
    en: "Port {port}, where {who} would listen, is taken.\n→ Stop that, or start elsewhere: PORT={other} npm start (the subgraphs move along).",
  },
  portTakenBy: {
    "zh-TW":
      "埠 {port}（供 {who} 使用）已被 {holder} 占用。\n→ 請停止該程式，或改用其他埠：PORT={other} npm start（子圖的埠會一起移動）。",
    en: "Port {port}, where {who} would listen, is taken by {holder}.\n→ Stop that, or start elsewhere: PORT={other} npm start (the subgraphs move along).",
  },
  portForbidden: {
    "zh-TW":
      "目前的使用者不能使用埠 {port}（供 {who} 使用）。\n→ 請改用 1023 以上的埠：PORT={other} npm start",
    en: "This user may not listen on port {port}, where {who} would.\n→ Choose one above 1023: PORT={other} npm start",
  },
  hostUnknown: {
    "zh-TW":
      "HOST 是 {host}，但這台電腦沒有這個位址。\n→ 請改用這台電腦的位址，例如 HOST=127.0.0.1；HOST=0.0.0.0 則為所有位址。",
    en: "HOST is {host}, which is no address of this machine.\n→ Give one that it has, such as HOST=127.0.0.1, or HOST=0.0.0.0 for all.",
  },
  noFreePort: {
    "zh-TW": "{from} 到 {until} 之間找不到可用的埠。\n→ 請結束不需要的程式後再啟動。",
    en: "No port between {from} and {until} is free.\n→ End programs that are not needed, and start again.",
  },
  noSubgraphs: {
    "zh-TW": "{file} 沒有列出任何子圖。\n→ 請在 `subgraphs:` 之下列出。",
    en: "{file} names no subgraph.\n→ Add one under `subgraphs:`.",
  },
  supergraphFile: {
    "zh-TW": "無法使用 {file}：{fault}\n→ 請更正該處；git diff {file} 可查看修改過的內容。",
    en: "{file} cannot be used: {fault}\n→ Mend it there; git diff {file} shows what was changed.",
  },
  subgraphLacks: {
    "zh-TW":
      "{file} 中的 {subgraph} 沒有可用的 {field}。\n→ 請補上，例如 routing_url: http://127.0.0.1:4001/graphql，schema: { file: ./schema/{subgraph}.graphql }",
    en: "{file} gives {subgraph} no {field} that can be used.\n→ Add it, such as routing_url: http://127.0.0.1:4001/graphql and schema: { file: ./schema/{subgraph}.graphql }",
  },
  schemaMissing: {
    "zh-TW":
      "找不到 {name} 的結構描述 {file}。\n→ 請執行 npm run schema 產生，或從 supergraph.yaml 移除該子圖。",
    en: "The printed schema of {name}, {file}, is missing.\n→ Print it with npm run schema, or take its row out of supergraph.yaml.",
  },
  notComposed: {
    "zh-TW": "無法組合子圖。{fault}\n→ 請更正上述結構描述，或還原後再執行；npm run check 有更多說明。",
    en: "The supergraph cannot be composed. {fault}\n→ Mend those schemas, or put them back as they were; npm run check says more.",
  },
  graphElsewhere: {
    "zh-TW":
      "資料夾 {folder} 沒有執行中的系統；{url} 的系統是從 {other} 執行的。\n→ 請指定：CAMPUS_DATA={other}",
    en: "No graph runs from {folder}; the one at {url} runs from {other}.\n→ Give that: CAMPUS_DATA={other}",
  },
  noGraphRuns: {
    "zh-TW":
      "資料夾 {folder} 沒有執行中的系統。\n→ 請以 npm start 啟動並等候就緒；若使用其他資料夾，請指定：CAMPUS_DATA=…",
    en: "No graph runs from {folder}.\n→ Start it with npm start and wait until it is ready; if it runs with another data folder, give that: CAMPUS_DATA=…",
  },
} as const satisfies Sentences;
