import type { BindingContext } from "../context.js";
import { noteLoginTaken } from "../persistence/requests.js";

/** The login that this version of a waiting request names is another person's: it is refused at the click. */
export async function refuseTakenLogin(
  { em }: BindingContext,
  { requestId, version }: { requestId: string; version: number },
): Promise<void> {
  await noteLoginTaken(em, requestId, version);
}
