import type { RefusalSentences } from "@campus-graph/kit/refusals/refusal";

/** The library refuses nothing of its own. */
export const refusals = {} as const satisfies RefusalSentences;
