import { batched } from "@campus-graph/kit/graphql/batching";
import type { BindingContext } from "../context.js";
import type { Binding } from "../domain/binding.js";
import { bindingsByAccount } from "../persistence/bindings.js";

/** The bindings of an account that stand, oldest first. */
export async function bindingsOfAccount(context: BindingContext, accountId: string): Promise<Binding[]> {
  return (await batched(context, bindingsByAccount, accountId)) ?? [];
}
