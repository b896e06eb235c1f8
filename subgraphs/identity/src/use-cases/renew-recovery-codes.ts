import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { SecondFactorNotBegun } from "../domain/refusals.js";
import { lockAccount } from "../persistence/accounts.js";
import { hasEnrolled } from "../persistence/second-factors.js";
import { drawCodesFor } from "./enrol-second-factor.js";

/** Ten new codes; those before open nothing any more. */
export function renewRecoveryCodes(context: IdentityContext, accountId: string): Promise<readonly string[]> {
  return transaction(context, async (context) => {
    await lockAccount(context, accountId);
    if (!(await hasEnrolled(context, accountId))) throw new SecondFactorNotBegun();
    await recordAudit(context, { act: "renew-recovery-codes", object: `account:${accountId}` });
    return drawCodesFor(context, accountId);
  });
}
