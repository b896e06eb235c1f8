/** The gateway's own refusals: the HTTP status and the message of each, in both languages. */
export const refusals = {
  UNAUTHENTICATED: {
    status: 401,
    "zh-TW": "尚未登入，或登入已失效、逾時，請登入後再試。",
    en: "You are not signed in, or your sign-in is not valid any more. Please sign in.",
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 503,
    "zh-TW": "部分服務暫時無法使用，請稍後再試。",
    en: "A part of the service cannot be reached. Please try again shortly.",
  },
  SUBGRAPH_RESPONSE_INVALID: {
    status: 502,
    "zh-TW": "部分服務的回覆有誤，請稍後再試。",
    en: "A part of the service gave an answer that cannot be used. Please try again later.",
  },
  SESSION_UNCERTAIN: {
    status: 503,
    "zh-TW": "目前無法確認登入狀態，請稍後再試。",
    en: "Whether this session still holds cannot be checked right now. Please try again shortly.",
  },
  INTERNAL: {
    status: 500,
    "zh-TW": "系統發生錯誤，請稍後再試。",
    en: "Something went wrong on our side. Please try again shortly.",
  },
  PAYLOAD_TOO_LARGE: { status: 413, "zh-TW": "送出的內容過大。", en: "The request is too large." },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    "zh-TW": "請以 application/json 送出內容。",
    en: "Send the request as application/json.",
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    "zh-TW": "請以 POST 送出操作；GET 僅能用於查詢。",
    en: "Send operations by POST; GET is for queries only.",
  },
  NOT_ACCEPTABLE: {
    status: 406,
    "zh-TW": "僅能以 application/json 或 application/graphql-response+json 回覆。",
    en: "Answers come as application/json or application/graphql-response+json.",
  },
  PREFLIGHT_HEADER_MISSING: {
    status: 400,
    "zh-TW": "以 GET 查詢時，請加上 apollo-require-preflight 標頭。",
    en: "Send the header apollo-require-preflight with a query by GET.",
  },
  BAD_REQUEST: {
    status: 400,
    "zh-TW": "請求格式有誤。請以 JSON 物件送出 query、operationName、variables、extensions。",
    en: "The request cannot be read. Send a JSON object of query, operationName, variables and extensions.",
  },
  BAD_INPUT: { status: 400, "zh-TW": "填寫有誤。", en: "A value is not right." },
  POST_REQUIRED: {
    status: 405,
    "zh-TW": "此操作請以 POST 送出：查詢的內容不應出現在網址中。",
    en: "Send this operation by POST: what it is asked with must not stand in an address, which others keep.",
  },
  NOT_FOUND: { status: 404, "zh-TW": "查無此頁。", en: "There is nothing here." },
  QUERY_TOO_DEEP: { status: 400, "zh-TW": "查詢層次過深。", en: "The operation is nested too deeply." },
  TOO_MANY_ALIASES: { status: 400, "zh-TW": "查詢的別名過多。", en: "The operation has too many aliases." },
  TOO_MANY_DIRECTIVES: {
    status: 400,
    "zh-TW": "查詢的指示詞過多。",
    en: "The operation has too many directives.",
  },
  TOO_MANY_FIELDS: {
    status: 400,
    "zh-TW": "查詢的欄位過多或重複。",
    en: "The operation has too many fields, or repeats them.",
  },
  TOO_MANY_TOKENS: { status: 400, "zh-TW": "查詢過長。", en: "The operation is too long." },
  QUERY_TOO_COSTLY: {
    status: 400,
    "zh-TW": "查詢要求的資料過多，請減少每頁筆數。",
    en: "The operation asks for too much at once. Ask for smaller pages.",
  },
  OPERATION_NOT_ANSWERABLE: {
    status: 400,
    "zh-TW": "沒有任何服務能回答此查詢的部分欄位。",
    en: "No service can answer a part of this operation as it is asked.",
  },
  OPERATION_NOT_LISTED: {
    status: 403,
    "zh-TW":
      "此操作未登錄，不予執行。請使用 clients/operations 的操作，或請維運者將貴團隊的清單加入 SAFELIST。",
    en: "This operation is not listed here, so it is not run. Send one of clients/operations as it stands, or have the operator add your team's list to SAFELIST.",
  },
  TOO_MANY_SUBSCRIPTIONS: {
    status: 429,
    "zh-TW": "同一連線的訂閱過多。",
    en: "This socket already holds as many subscriptions as it may.",
  },
  SUBSCRIPTION_NEEDS_STREAM: {
    status: 400,
    "zh-TW": "訂閱請使用 WebSocket，或以 accept: text/event-stream 取得事件串流。",
    en: "Subscribe over WebSocket, or as an event stream by accept: text/event-stream.",
  },
  SUBSCRIPTION_NOT_SUPPORTED: {
    status: 400,
    "zh-TW": "此訂閱不受支援。",
    en: "This subscription cannot be served.",
  },
  SUBSCRIPTION_OVERRUN: {
    status: 503,
    "zh-TW": "事件來得太快，來不及送達，請重新訂閱。",
    en: "Events came faster than they could be delivered. Please subscribe again.",
  },
} as const;

export type GatewayCode = keyof typeof refusals;

/** Every code that the gateway itself can give. */
export const gatewayCodes = Object.keys(refusals) as GatewayCode[];

export function isGatewayCode(code: unknown): code is GatewayCode {
  return typeof code === "string" && Object.hasOwn(refusals, code);
}

export function statusOf(code: GatewayCode): number {
  return refusals[code].status;
}
