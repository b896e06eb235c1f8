import { encryptField } from "@campus-graph/kit/auth/crypto";
import { charactersBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput, NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { accountsLookedAfter, caretakerIn } from "../access/managed-accounts.js";
import { withRolesOfNow } from "../access/roles-of-now.js";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { type Caretaker, obstacleTo } from "../domain/account-care.js";
import { AccountNotYours, OwnAccount } from "../domain/refusals.js";
import { lockAccount } from "../persistence/accounts.js";

/** What an office does to somebody's account, and why. */
export interface AccountCare {
  accountId: string;
  reason: string;
}

const longestReason = 500;
const refusalOf = { OWN_ACCOUNT: OwnAccount, ACCOUNT_NOT_YOURS: AccountNotYours } as const;

/** An account that the viewer looks after, with its row locked. Any other answers as a missing one. */
export async function accountToChange(
  asking: IdentityContext,
  { accountId }: AccountCare,
): Promise<{ account: Account; caretaker: Caretaker }> {
  const context = await withRolesOfNow(asking);
  const caretaker = caretakerIn(context);
  const [id] = await accountsLookedAfter(context, [accountId]);
  const account = id ? await lockAccount(context, id) : null;
  if (!caretaker || !account) throw new NotFound();
  const obstacle = obstacleTo(caretaker, account);
  if (obstacle) throw new refusalOf[obstacle]();
  return { account, caretaker };
}

/** Refuses a reason that says nothing, or too much. */
export function readReason({ reason }: Pick<AccountCare, "reason">): string {
  const words = reason.trim();
  if (words === "" || [...words].length > longestReason)
    throw new BadInput({ field: "input.reason", rule: charactersBetween(1, longestReason) });
  return words;
}

/** Writes down who did what to which account; the reason sealed, since an office's words may name people. */
export function recordCare(
  context: IdentityContext,
  act: string,
  { id }: Pick<Account, "id">,
  reason: string,
): Promise<void> {
  const sealed = encryptField(context.keys.ring("field"), reason, {
    table: "audit",
    column: "reason",
    row: id,
  });
  return recordAudit(context, { act, object: `account:${id}`, detail: { reason: sealed } });
}
