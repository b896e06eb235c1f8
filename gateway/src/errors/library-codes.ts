import { ApolloServerErrorCode } from "@apollo/server/errors";

/**
 * The codes of GraphQL libraries that reach clients: about the request's own text, with a sentence for its author in the
 * library's words. These say what each means, and its HTTP status for who accepts application/graphql-response+json.
 */
export const libraryCodes = {
  [ApolloServerErrorCode.GRAPHQL_PARSE_FAILED]: {
    status: 400,
    "zh-TW": "操作不合 GraphQL 語法；訊息與 locations 指出位置。",
    en: "The operation is not GraphQL as it is written; the message and locations say where.",
  },
  [ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED]: {
    status: 400,
    "zh-TW": "操作與 schema 不符，例如沒有該欄位或引數；訊息與 locations 指出位置。",
    en: "The operation does not fit the schema: a field or an argument that there is not, for example; the message and locations say where.",
  },
  [ApolloServerErrorCode.BAD_USER_INPUT]: {
    status: 400,
    "zh-TW": "變數或引數缺少，或不合其型別；訊息（與 field）指出哪一個。",
    en: "A variable or an argument is missing or of another type; the message, and field where it is known, say which.",
  },
  [ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE]: {
    status: 400,
    "zh-TW": "文件中有多個操作而未以 operationName 指定，或沒有該名稱的操作。",
    en: "The document has several operations and operationName names none of them, or one that is not there.",
  },
  [ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND]: {
    status: 200,
    "zh-TW": "這裡沒有該雜湊值的操作：請連同操作全文再送一次；只執行登錄操作的地方，請先登錄。",
    en: "No operation of that hash is known here: send it again with its whole text, or, where only listed operations run, list it first.",
  },
  [ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED]: {
    status: 200,
    "zh-TW": "此處不接受以雜湊值代替操作：請送出操作全文。",
    en: "Hashes do not stand for operations here: send the operation's whole text.",
  },
} as const;

export function isLibraryCode(code: unknown): code is keyof typeof libraryCodes {
  return typeof code === "string" && Object.hasOwn(libraryCodes, code);
}
