import { decryptField, encryptField } from "@campus-graph/kit/crypto";
import type { Keys } from "@campus-graph/kit/keys";
import type { Context } from "../services.js";
import type { Letter } from "./letter.js";

export interface QueuedMail {
  kind: "code" | "approval" | "invitation" | "person-link";
  /** The same occasion asks for one mail, however often it is queued. */
  dedupe: string;
  letter: Letter;
}

/** Writes the mail down in the transaction that calls for it; the job sends it. The letter stands encrypted. */
export async function queueMail(context: Context, { kind, dedupe, letter }: QueuedMail): Promise<void> {
  const id = context.newId();
  const now = context.clock.now();
  await context.em.execute(
    `insert into mail_job (id, kind, dedupe, letter, created_at, next_try_at) values (?, ?, ?, ?, ?, ?)
     on conflict (dedupe) do nothing`,
    [id, kind, dedupe, sealLetter(context.keys, id, letter), now, now],
  );
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
