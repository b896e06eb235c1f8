import type { ReceivedEvent } from "@campus-graph/kit/events/event";
import type { BindingContext } from "../../context.js";
import { refuseTakenLogin } from "../../use-cases/refuse-taken-login.js";

/**
 * The address has come to sign in another person: approving would lead to no account, so it is refused at the click. A
 * request that was sent in again since may name another address, of which identity speaks anew.
 */
export async function onLoginTaken(
  context: BindingContext,
  { payload: { requestId, version = 1 } }: ReceivedEvent<"identity.LoginTaken">,
): Promise<void> {
  await refuseTakenLogin(context, { requestId, version });
}
