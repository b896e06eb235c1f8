import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { Keys } from "@campus-graph/kit/auth/keys";
import type { IdentityContext } from "../context.js";
import { insertMailJob } from "../persistence/mail-jobs.js";
import type { Letter } from "./letter.js";

export interface QueuedMail {
  kind: "code" | "approval" | "invitation" | "person-link";
  /** The same occasion asks for one mail, however often it is queued. */
  dedupe: string;
  letter: Letter;
}

/** Writes the mail down in the transaction that calls for it; the job sends it. The letter stands encrypted. */
export async function queueMail(
  context: IdentityContext,
  { kind, dedupe, letter }: QueuedMail,
): Promise<void> {
  const id = context.newId();
  const sealed = sealLetter(context.keys, id, letter);
  await insertMailJob(context.em, { id, kind, dedupe, letter: sealed }, context.clock.now());
}

function sealLetter(keys: Keys, id: string, letter: Letter): string {
  return encryptField(keys.ring("field"), JSON.stringify(letter), placeOf(id));
}

export function openLetter(keys: Keys, id: string, sealed: string): Letter {
  return JSON.parse(decryptField(keys.ring("field"), sealed, placeOf(id))) as Letter;
}

function placeOf(row: string) {
  return { table: "mail_job", column: "letter", row };
}
