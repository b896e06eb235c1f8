import type { Words } from "@campus-graph/kit/refusals/refusal";
import { type DocumentNode, GraphQLError, Kind } from "graphql";

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
