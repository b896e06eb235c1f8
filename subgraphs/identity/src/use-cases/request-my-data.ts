import { newReader } from "@campus-graph/kit/auth/reader";
import { subjectOf } from "@campus-graph/kit/context";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { Forbidden } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { askAgainMs, type DataRequest } from "../domain/data-request.js";
import { DataAlreadyRequested } from "../domain/refusals.js";
import { lockAccount } from "../persistence/accounts.js";
import { dataRequestsOf, keepDataRequest, lastAskedAt } from "../persistence/data-requests.js";
import { takeDataPart } from "./take-data-part.js";

/**
 * Has everything that is kept about the viewer gathered (個資法 §3), as one file that they are written to about. What
 * the other subgraphs answer with is sealed to a key that nobody else has. Refuses a second request within a day
 * (DATA_ALREADY_REQUESTED).
 */
export async function requestMyData(context: IdentityContext): Promise<DataRequest> {
  const accountId = subjectOf(context);
  const { publicKey, privateKey } = await newReader();
  const id = context.newId();
  await transaction(context, async (context) => {
    const account = isId(accountId) ? await lockAccount(context, accountId) : null;
    if (!account || account.isDisabled) throw new Forbidden();
    const before = await lastAskedAt(context, accountId);
    if (before)
      throw new DataAlreadyRequested({ againAt: new Date(before.getTime() + askAgainMs).toISOString() });
    await keepDataRequest(context, { id, accountId, privateKey });
    await takeDataPart(context, { requestId: id, source: "identity", sealedPart: null });
    recordEvent(context.em, {
      type: "identity.DataRequested",
      key: accountId,
      payload: { requestId: id, subjectId: accountId, publicKey },
    });
    await recordAudit(context, { act: "request-my-data", object: `account:${accountId}` });
  });
  return (await myDataRequests(context)).find((request) => request.id === id)!;
}

/** How far the viewer's requests have come, the newest first. */
export async function myDataRequests(context: IdentityContext): Promise<DataRequest[]> {
  const accountId = subjectOf(context);
  return isId(accountId) ? dataRequestsOf(context, accountId) : [];
}
