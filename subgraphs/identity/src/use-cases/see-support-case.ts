import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { subjectOf } from "@campus-graph/kit/context";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { accountsHelped } from "../access/support.js";
import type { IdentityContext } from "../context.js";
import { type AccountState, accountStateOf } from "../domain/account-state.js";
import { accountSearchLimit, failedSignIns } from "../domain/limits.js";
import type { MessageKind } from "../domain/undelivered-message.js";
import { accountById } from "../persistence/accounts.js";
import { activationLinkUntil } from "../persistence/activation-links.js";
import { fullBuckets } from "../persistence/sign-in-failures.js";
import { messagesUnderWay } from "../persistence/undelivered-messages.js";
import { messageKindOf, wayOf } from "./undelivered-messages.js";

/** A message that has not arrived, without its words and where it goes. */
export interface UnderWay {
  kind: MessageKind;
  by: "EMAIL" | "SMS";
  state: "WAITING" | "GIVEN_UP";
  writtenAt: Date;
  givenUpAt: Date | null;
  tries: number;
}

/** States and times of an account, under its id. */
export interface SupportCase {
  id: string;
  state: AccountState;
  createdAt: Date;
  firstSignInUntil: Date | null;
  disabledAt: Date | null;
  messages: readonly UnderWay[];
}

/** What support is shown of somebody who asks for help; nothing of the person is opened for it. Each is written down. */
export async function seeSupportCase(context: IdentityContext, id: string): Promise<SupportCase | null> {
  await countAttempt(context, accountSearchLimit, subjectOf(context));
  const [found] = isId(id) ? await accountsHelped(context, [id]) : [];
  await transaction(context, (context) =>
    recordAudit(context, { act: "see-support-case", object: `account:${found ?? "none"}` }),
  );
  const account = found === undefined ? null : await accountById(context, found);
  if (!account) return null;
  const bucket = `account:${account.id}`;
  const limit = { limit: failedSignIns.unknownDevices, ...failedSignIns };
  const isLocked = (await fullBuckets(context, [bucket], limit)).has(bucket);
  const isAlive = account.mustChangePassword && account.openingPassword(context.clock.now()) !== null;
  const rows = await messagesUnderWay(context.em, account.id);
  return {
    id: account.id,
    state: accountStateOf(account, isLocked),
    createdAt: account.createdAt,
    firstSignInUntil: isAlive
      ? account.initialPasswordDiesAt
      : await activationLinkUntil(context, account.id),
    disabledAt: account.disabledAt,
    messages: rows.map(({ kind, writtenAt, givenUpAt, tries }) => ({
      kind: messageKindOf(kind),
      by: wayOf(kind),
      state: givenUpAt === null ? "WAITING" : "GIVEN_UP",
      writtenAt,
      givenUpAt,
      tries,
    })),
  };
}
