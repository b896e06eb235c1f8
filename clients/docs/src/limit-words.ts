import type { facts } from "./facts.ts";
import type { Language } from "./pages.ts";

type Words = Readonly<Record<Language, string>>;
type Group = "limits" | "sockets" | "tails" | "times" | "sizes";

/** What each limit holds, and what comes of more. A test holds the names to those that the code declares. */
export const limitWords: Readonly<Record<Group, Readonly<Record<string, Words>>>> = {
  limits: {
    depth: { en: "Fields within fields (QUERY_TOO_DEEP)", "zh-TW": "欄位的層數（QUERY_TOO_DEEP）" },
    aliases: { en: "Aliases (TOO_MANY_ALIASES)", "zh-TW": "別名數（TOO_MANY_ALIASES）" },
    directives: {
      en: "Directives in the document (TOO_MANY_DIRECTIVES)",
      "zh-TW": "指示詞數（TOO_MANY_DIRECTIVES）",
    },
    directivesAtOnce: { en: "Directives on one element", "zh-TW": "同一元素上的指示詞數" },
    repeatedFields: {
      en: "Fields selected twice (TOO_MANY_FIELDS)",
      "zh-TW": "重複選取的欄位數（TOO_MANY_FIELDS）",
    },
    fields: {
      en: "Fields, a fragment’s counted at each spread (TOO_MANY_FIELDS)",
      "zh-TW": "欄位數，片段每次展開皆計入（TOO_MANY_FIELDS）",
    },
    tokens: {
      en: "Lexical tokens of the document (TOO_MANY_TOKENS)",
      "zh-TW": "文件的詞彙數（TOO_MANY_TOKENS）",
    },
    cost: {
      en: "Cost: the objects that an answer may hold, by the page sizes asked for, and more for what is drawn or imported (QUERY_TOO_COSTLY)",
      "zh-TW": "成本：依每頁筆數計算，回覆最多可含的物件數；產生圖片或匯入另計（QUERY_TOO_COSTLY）",
    },
    unnamedListSize: {
      en: "What a list counts for which no size was asked",
      "zh-TW": "未指定筆數的清單，以此筆數計算成本",
    },
    bodyBytes: {
      en: "A request’s body, or one socket message (PAYLOAD_TOO_LARGE)",
      "zh-TW": "請求內容或單則 WebSocket 訊息（PAYLOAD_TOO_LARGE）",
    },
  },
  sockets: {
    perViewer: { en: "Sockets and event streams of one viewer", "zh-TW": "同一使用者的連線數" },
    perAddress: { en: "Sockets and event streams from one address", "zh-TW": "同一位址的連線數" },
    subscriptionsPerSocket: {
      en: "Subscriptions on one socket (TOO_MANY_SUBSCRIPTIONS)",
      "zh-TW": "單一連線的訂閱數（TOO_MANY_SUBSCRIPTIONS）",
    },
    messagesPerSecond: {
      en: "Messages of one socket in a second; more are read in the next",
      "zh-TW": "單一連線每秒讀取的訊息數，超過者於下一秒讀取",
    },
    initTimeoutMs: { en: "Until connection_init has to come", "zh-TW": "須於此時間內送出 connection_init" },
    pingIntervalMs: {
      en: "Between pings; a socket that has not answered by the next is cut",
      "zh-TW": "ping 的間隔；至下一次仍未回應者即斷線",
    },
  },
  tails: {
    slowIntervalMs: {
      en: "At the latest after this long a subscription looks for news by itself",
      "zh-TW": "即使沒有喚醒訊號，訂閱最遲於此時間後自行查詢",
    },
    pageSize: { en: "Notices read at once after a cut", "zh-TW": "斷線後一次補讀的通知數" },
  },
  times: {
    fetchTimeoutMs: {
      en: "How long one part of the graph may take, before what it should have said is SUBGRAPH_UNAVAILABLE",
      "zh-TW": "單一服務的回覆時限，逾時即為 SUBGRAPH_UNAVAILABLE",
    },
    busSilenceMs: {
      en: "How long the bus may be silent, before sessions are refused as SESSION_UNCERTAIN",
      "zh-TW": "匯流排可無訊息的時間，逾時即以 SESSION_UNCERTAIN 拒絕",
    },
  },
  sizes: {
    maxAnswerBytes: {
      en: "One part’s answer, unless the operator says otherwise (MAX_ANSWER_BYTES)",
      "zh-TW": "單一服務回覆的上限，維運者可由 MAX_ANSWER_BYTES 調整",
    },
  },
} satisfies { [Each in Group]: Record<keyof (typeof facts)[Each], Words> };
