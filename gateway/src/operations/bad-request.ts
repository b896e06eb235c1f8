import type { Words } from "@campus-graph/kit/refusals/refusal";
import { GatewayRefusal } from "../errors/refusal.js";

/** What can be wrong with a request before its operation is read: what, where, and what to do. */
const reasons = {
  notUtf8: {
    "zh-TW": "請求內容不是 UTF-8，請改以 UTF-8 編碼送出。",
    en: "The body is not UTF-8. Send it as UTF-8.",
  },
  notJson: {
    "zh-TW": '請求內容不是 JSON，請送出 {"query": "…"} 形式的物件。',
    en: 'The body is not JSON. Send an object such as {"query": "…"}.',
  },
  notAnObject: {
    "zh-TW": '請求內容不是物件，請送出 {"query": "…"} 形式的物件。',
    en: 'The request is no object. Send one such as {"query": "…"}.',
  },
  list: {
    "zh-TW": "不接受一次送出多個操作的陣列，請逐一送出。",
    en: "Lists of operations are not taken. Send each by itself.",
  },
  query: {
    "zh-TW": "query 不是文字，請以字串寫出操作。",
    en: "“query” is no text. Write the operation as a string.",
  },
  operationName: {
    "zh-TW": "operationName 不是文字，請寫出操作的名稱，或不要送出。",
    en: "“operationName” is no text. Write the operation's name, or leave it out.",
  },
  variables: {
    "zh-TW": 'variables 不是物件，請以 JSON 物件送出變數，例如 {"id": "1"}。',
    en: '“variables” is no object. Send the variables as a JSON object, such as {"id": "1"}.',
  },
  variablesTooDeep: {
    "zh-TW": "variables 的層次過深，請勿超過 100 層。",
    en: "“variables” nests too deeply. Stay within 100 levels.",
  },
  extensions: {
    "zh-TW": "extensions 不是物件，請以 JSON 物件送出，或不要送出。",
    en: "“extensions” is no object. Send a JSON object, or leave it out.",
  },
  persistedQuery: {
    "zh-TW": 'extensions.persistedQuery 有誤，請送出 {"version": 1, "sha256Hash": "…"}。',
    en: '“extensions.persistedQuery” is not right. Send {"version": 1, "sha256Hash": "…"}.',
  },
} satisfies Record<string, Words>;

export function badRequest(reason: keyof typeof reasons): GatewayRefusal {
  return new GatewayRefusal("BAD_REQUEST", { words: reasons[reason] });
}
