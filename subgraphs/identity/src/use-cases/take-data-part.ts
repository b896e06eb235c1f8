import { readSealed } from "@campus-graph/kit/auth/reader";
import type { IdentityContext } from "../context.js";
import { type DataFile, type DataSource, dataSources } from "../domain/data-request.js";
import { dataReadyLetter } from "../mail/data-ready-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { accountById, contactsOf } from "../persistence/accounts.js";
import { keepDataFile, keepDataPart, lockGathering } from "../persistence/data-requests.js";
import { gatherPersonalData } from "./gather-personal-data.js";

export interface DataPart {
  requestId: string;
  source: DataSource;
  /** Null of identity's own, which is read when all others are there. */
  sealedPart: string | null;
}

/** A part has come. With the last one the file is made, sealed, and its person is written to. */
export async function takeDataPart(
  context: IdentityContext,
  { requestId, source, sealedPart }: DataPart,
): Promise<void> {
  const gathering = await lockGathering(context, requestId);
  if (!gathering) return;
  const parts = await keepDataPart(context, { requestId, source, sealed: sealedPart ?? "" });
  if (dataSources.some((each) => !parts.has(each))) return;
  const { accountId, privateKey } = gathering;
  const read = (from: DataSource) => readSealed(privateKey, parts.get(from)!);
  const file: DataFile = {
    gatheredAt: context.clock.now().toISOString(),
    identity: await gatherPersonalData(context, accountId),
    roster: await read("roster"),
    binding: await read("binding"),
    payments: await read("payments"),
  };
  const expiresAt = await keepDataFile(context, requestId, file);
  await write(context, { accountId, requestId, expiresAt });
}

async function write(
  context: IdentityContext,
  { accountId, requestId, expiresAt }: { accountId: string; requestId: string; expiresAt: Date },
): Promise<void> {
  const account = await accountById(context, accountId);
  if (!account || account.isDisabled) return;
  const { email, name } = contactsOf(context, account);
  const { publicUrl, signature } = context.services;
  const letter = dataReadyLetter({ to: email, name, expiresAt, publicUrl }, signature);
  await queueMail(context, {
    kind: "notice",
    dedupe: `data-ready:${requestId}`,
    letter,
    subjectId: accountId,
    goodUntil: expiresAt,
  });
}
