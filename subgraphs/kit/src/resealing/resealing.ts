import type { Context } from "../context.js";
import type { RecurringTask } from "../jobs/recurring-task.js";
import { forgetFieldKeys, oldFieldKeys } from "./old-field-keys.js";
import { resealFields } from "./reseal-fields.js";
import type { SealedColumn } from "./sealed-columns.js";

/** What a subgraph that seals columns does when their keys are rotated: work of its own, an operator's question and command. */
export function resealing<S>(columns: readonly SealedColumn[]) {
  return {
    tasks: columns.length > 0 ? [resealFields<S>(columns)] : ([] as RecurringTask<S>[]),
    reads: { "old-field-keys": (context: Context<S>) => oldFieldKeys(context, columns) },
    commands: {
      "forget-field-keys": (context: Context<S>, { keyIds }: { keyIds: string[] }) =>
        forgetFieldKeys(context, columns, keyIds),
    },
  };
}
