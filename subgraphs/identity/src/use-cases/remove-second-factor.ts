import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { LastSecondFactor } from "../domain/refusals.js";
import { type EnrolledFactor, isStaff } from "../domain/second-factor.js";
import { lockAccount } from "../persistence/accounts.js";
import { factorsOf, removeFactor, removeFactors } from "../persistence/second-factors.js";
import { writeOfSecondFactor } from "./write-of-second-factor.js";

/** Takes one of the account's own away. The last is kept by staff, where they must have one; a guardian may have none. */
export function removeSecondFactor(
  context: IdentityContext,
  accountId: string,
  id: string,
): Promise<EnrolledFactor[]> {
  return transaction(context, async (context) => {
    const account = await lockAccount(context, accountId);
    const factors = await factorsOf(context, accountId);
    if (!account || !isId(id) || !factors.some((each) => each.id === id)) throw new NotFound();
    const isLast = factors.length === 1;
    if (isLast && context.services.staffNeedSecondFactor && isStaff(account.rolesNotOver))
      throw new LastSecondFactor();
    await (isLast ? removeFactors(context, accountId) : removeFactor(context, accountId, id));
    await recordAudit(context, {
      act: "remove-second-factor",
      object: `account:${accountId}`,
      detail: { factor: id },
    });
    await writeOfSecondFactor(context, accountId, "REMOVED");
    return factors.filter((each) => each.id !== id);
  });
}
