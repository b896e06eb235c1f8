import { subjectOf } from "@campus-graph/kit/context";
import { Forbidden } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { lockAccount } from "../persistence/accounts.js";
import { endSessions } from "./end-sessions.js";

/** Ends every session of the caller's account, this one too, and every token that its subject ever got. */
export function signOutEverywhere(context: IdentityContext): Promise<Account> {
  const subjectId = subjectOf(context);
  return transaction(context, async (context) => {
    const account = isId(subjectId) ? await lockAccount(context, subjectId) : null;
    if (!account) throw new Forbidden();
    await endSessions(context, { accountId: subjectId, except: null });
    await recordAudit(context, { act: "sign-out-everywhere", object: `account:${subjectId}` });
    return account;
  });
}
