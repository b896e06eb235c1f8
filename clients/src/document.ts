/** An operation with the types of its answer and its variables; `generated/operations.ts` is full of them. */
export interface Operation<Answer, Variables> {
  toString(): string;
  __apiType?: (variables: Variables) => Answer;
}

/** Variables are a required argument exactly where the operation has some that must be given. */
export type VariablesOf<Variables> =
  Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

/** The name that the operation carries, by which servers and logs know it. */
export function nameOf(operation: { toString(): string }): string {
  return /(?:query|mutation|subscription)\s+(\w+)/.exec(operation.toString())?.[1] ?? "";
}
