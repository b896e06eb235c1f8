import { randomBytes } from "node:crypto";
import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { KeyRing } from "@campus-graph/kit/auth/keys";
import type { BindingContext } from "../context.js";

/** By it a value says that a person's own key has sealed it, and not the ring. */
const ownKeyId = "own";

export function isSealedForPerson(sealed: string): boolean {
  return sealed.startsWith(`${ownKeyId}.`);
}

/** The person's own key, made where there is none yet; null once it was destroyed. */
export async function ownRing(context: BindingContext, subjectId: string): Promise<KeyRing | null> {
  const { em, keys, clock } = context;
  const ring = keys.ring("field");
  const fresh = encryptField(ring, randomBytes(32).toString("base64"), placeOf(subjectId));
  await em.execute(
    `insert into person_data_key (subject_id, wrapped, made_at) values (?, ?, ?) on conflict (subject_id) do nothing`,
    [subjectId, fresh, clock.now()],
  );
  return readRing(context, subjectId);
}

/** The same, where one was made. */
export async function readRing({ em, keys }: BindingContext, subjectId: string): Promise<KeyRing | null> {
  const [row] = await em.execute<{ wrapped: string | null }[]>(
    "select wrapped from person_data_key where subject_id = ?",
    [subjectId],
  );
  if (!row?.wrapped) return null;
  const key = decryptField(keys.ring("field"), row.wrapped, placeOf(subjectId));
  return { current: ownKeyId, keys: { [ownKeyId]: Buffer.from(key, "base64") } };
}

/** From now on nobody reads what was sealed for the person, and nothing more is. */
export async function destroyKey({ em, clock }: BindingContext, subjectId: string): Promise<void> {
  const now = clock.now();
  await em.execute(
    `insert into person_data_key (subject_id, wrapped, made_at, destroyed_at) values (?, null, ?, ?)
     on conflict (subject_id) do update set wrapped = null, destroyed_at = excluded.destroyed_at`,
    [subjectId, now, now],
  );
}

function placeOf(row: string) {
  return { table: "person_data_key", column: "wrapped", row };
}
