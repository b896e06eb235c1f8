import type { Language, Words } from "@campus-graph/kit/refusal";
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, Kind } from "graphql";

/** The gateway's own refusals: the HTTP status and the words of each. */
const refusals = {
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
    "zh-TW": "僅接受已登錄的操作。",
    en: "Only registered operations are accepted here.",
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

/** A refusal of the gateway itself; its words are chosen when it leaves, in the caller's language. */
export class GatewayRefusal extends GraphQLError {
  constructor(
    readonly code: GatewayCode,
    details: {
      serviceName?: string;
      path?: readonly (string | number)[];
      /** What is wrong, where, and what to do: told instead of the code's own words. */
      words?: Words;
      /** The argument, or field of one, that is not right. */
      field?: string;
    } = {},
  ) {
    const { path, ...extensions } = details;
    super(details.words?.en ?? refusals[code].en, {
      path,
      extensions: { code, ...extensions, http: { status: refusals[code].status } },
    });
  }
}

/** A document has several operations, and none of them was named; or one that it has not; or it has none. */
export function notThatOperation({ definitions }: DocumentNode, name: string | undefined): GraphQLError {
  const names = definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value ?? "—"] : [],
  );
  const words = wordsFor(names.join(", "), name?.slice(0, 100));
  return new GraphQLError(words.en, { extensions: { code: "OPERATION_RESOLUTION_FAILURE", words } });
}

function wordsFor(names: string, name: string | undefined): Words {
  if (names === "")
    return {
      "zh-TW": "文件中沒有可執行的操作，請加上 query、mutation 或 subscription。",
      en: "The document has no operation to run. Write a query, mutation or subscription.",
    };
  if (name === undefined)
    return {
      "zh-TW": `文件中有多個操作（${names}），請在 operationName 指定其中一個。`,
      en: `The document has several operations (${names}). Name one of them in operationName.`,
    };
  return {
    "zh-TW": `文件中沒有名為「${name}」的操作；可用的有：${names}。請在 operationName 指定其中一個。`,
    en: `The document has no operation “${name}”, but: ${names}. Name one of them in operationName.`,
  };
}

export function statusOf(code: GatewayCode): number {
  return refusals[code].status;
}

/** Who reads the error, and the trace by which an operator finds its cause. */
export interface Reader {
  language: Language;
  traceId: string;
  /** Open mode tells errors as the subgraphs told them. */
  exposeErrors?: boolean;
}

/** These are written by GraphQL libraries about the request's own text: their message is for its author. */
const aboutTheDocument = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** Codes by which libraries say that they do not know what happened. */
const unknown = new Set(["INTERNAL_SERVER_ERROR", "DOWNSTREAM_SERVICE_ERROR", "INTERNAL"]);

/** Of these a client is told which subgraph they came of. */
const namingSubgraph = new Set(["SUBGRAPH_UNAVAILABLE", "SUBGRAPH_RESPONSE_INVALID"]);

/** What leaves the door: a sentence, where it happened, a stable code, a trace id; nothing else. */
export function presentError(error: GraphQLFormattedError, reader: Reader): GraphQLFormattedError {
  const given = error.extensions ?? {};
  if (reader.exposeErrors) return candidly(error);
  const code = typeof given.code === "string" && !unknown.has(given.code) ? given.code : "INTERNAL";
  const own = isGatewayCode(code) ? refusals[code] : undefined;
  const fromSubgraph = given.fromSubgraph === true && code !== "INTERNAL" && !namingSubgraph.has(code);
  const keepsWords =
    fromSubgraph || aboutTheDocument.has(code) || (code === "BAD_REQUEST" && given.http === undefined);
  return {
    message: wordsIn(given, reader.language) ?? (own && !keepsWords ? own[reader.language] : error.message),
    ...(error.locations && aboutTheDocument.has(code) ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions: {
      code,
      ...(fromSubgraph ? detailsOf(given) : {}),
      ...(!fromSubgraph && typeof given.field === "string" ? { field: given.field } : {}),
      ...(namingSubgraph.has(code) ? { serviceName: given.serviceName } : {}),
      traceId: reader.traceId,
    },
  };
}

/** Words that we chose where we refused. A subgraph's error has its own, in its reader's language already. */
function wordsIn({ words, fromSubgraph }: Readonly<Record<string, unknown>>, language: Language) {
  return fromSubgraph === true ? undefined : (words as Words | undefined)?.[language];
}

function candidly({
  message,
  locations,
  path,
  extensions = {},
}: GraphQLFormattedError): GraphQLFormattedError {
  const { fromSubgraph, http, words, ...rest } = extensions;
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: rest };
}

/** What a refusal tells its caller to go on with: plain values that stand beside the code. */
function detailsOf(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { code, traceId, serviceName, fromSubgraph, http, ...rest } = extensions;
  return Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value === null || typeof value !== "object"),
  );
}

export function presentErrors(
  errors: readonly (GraphQLFormattedError | GraphQLError)[],
  reader: Reader,
): GraphQLFormattedError[] {
  return errors.map((error) => presentError(error instanceof GraphQLError ? error.toJSON() : error, reader));
}

/** Whether an error says only that something unexpected happened: such a one is worth a line in the log. */
export function isUnknown(error: GraphQLFormattedError): boolean {
  const code = error.extensions?.code;
  return typeof code !== "string" || unknown.has(code);
}
