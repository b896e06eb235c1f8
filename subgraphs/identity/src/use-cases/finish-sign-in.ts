import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { AccountIsDisabled } from "../domain/refusals.js";
import type { FactorMethod } from "../domain/second-factor.js";
import { lockAccount } from "../persistence/accounts.js";
import { type Attempting, noteAttempt } from "../persistence/sign-in-attempts.js";
import { forgetSignIn } from "../persistence/sign-ins.js";

export interface FinishedSignIn {
  accountId: string;
  interactionUid: string;
  by: "password" | "code";
  /** What was shown beside it. */
  factor: FactorMethod | null;
  attempting: Attempting;
}

/** Notes that a person signed in. A handed-out password is thereby spent. */
export function finishSignIn(
  context: IdentityContext,
  { accountId, interactionUid, by, factor, attempting }: FinishedSignIn,
): Promise<void> {
  return transaction(context, async (context) => {
    const account = await lockAccount(context, accountId);
    if (!account) throw new Error(`The account ${accountId} is gone.`);
    if (account.isDisabled) throw new AccountIsDisabled();
    account.noteSignIn();
    await context.em.flush();
    await noteAttempt(context, accountId, true, attempting);
    await forgetSignIn(context, interactionUid);
    await recordAudit(context, { act: "sign-in", object: `account:${accountId}`, detail: { by, factor } });
  });
}
