import type { RecurringTask } from "@campus-graph/kit/jobs/recurring-task";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { BindingServices } from "../context.js";
import * as forms from "../persistence/sealed-forms.js";

const atOnce = 50;

/**
 * Puts signed forms under their persons' own keys: those from before there were any, and each new one within a second,
 * since whoever signs waits for nothing.
 */
export const sealFormsForPersons: RecurringTask<BindingServices> = {
  name: "seal forms for their persons",
  everyMs: 1_000,
  run: (context) => transaction(context, (context) => forms.sealFormsForPersons(context, atOnce)),
};
