import type { IdentityContext } from "../context.js";
import type { GivenFactor } from "../domain/second-factor.js";
import { noteGivenFactor } from "../persistence/session-factors.js";
import { giveSecondFactor, type ShownFactor } from "./give-second-factor.js";

/** A second factor given anew within a session, which it counts for from now on. */
export async function stepUp(
  context: IdentityContext,
  { accountId, sid }: { accountId: string; sid: string },
  shown: ShownFactor,
): Promise<GivenFactor> {
  const given = await giveSecondFactor(context, accountId, shown);
  await noteGivenFactor(context, { sid, accountId, ...given });
  return given;
}
