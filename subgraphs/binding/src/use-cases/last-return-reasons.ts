import { subjectOf } from "@campus-graph/kit/context";
import type { BindingContext } from "../context.js";
import { lastReasonsOf } from "../persistence/returns.js";

const mostOffered = 8;

/** What the reviewer wrote when they returned requests, so that they need not write it again. */
export function lastReturnReasons(context: BindingContext): Promise<string[]> {
  return lastReasonsOf(context.em, subjectOf(context), mostOffered);
}
