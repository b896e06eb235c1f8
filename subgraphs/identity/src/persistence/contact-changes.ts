import { createHash, randomBytes } from "node:crypto";
import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { IdentityContext } from "../context.js";

type Kind = "EMAIL" | "MOBILE";

/** What stood there before a change. */
export interface ContactChange {
  accountId: string;
  kind: Kind;
  /** Empty where there was no number. */
  before: string;
  changedAt: Date;
}

/** By what a change is undone, and until when. */
export interface Undo {
  id: string;
  secret: string;
  until: Date;
}

const undoLifeMs = 7 * 24 * 60 * 60_000;

export async function keepContactChange(
  { em, keys, clock, newId }: IdentityContext,
  { accountId, kind, before }: Omit<ContactChange, "changedAt">,
): Promise<Undo> {
  const [id, secret, now] = [newId(), randomBytes(32).toString("base64url"), clock.now()];
  const until = new Date(now.getTime() + undoLifeMs);
  await em.execute(
    `insert into contact_change (id, account_id, kind, before, changed_at, undo_digest, undo_until)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      accountId,
      kind,
      encryptField(keys.ring("field"), before, placeOf(id)),
      now,
      digestOf(secret),
      until,
    ],
  );
  return { id, secret, until };
}

/** The change that the link's secret undoes, while it does. */
export async function contactChangeOf(
  { em, keys, clock }: IdentityContext,
  secret: string,
): Promise<ContactChange | null> {
  const [row] = await em.execute<
    { id: string; account_id: string; kind: Kind; before: string; changed_at: Date }[]
  >(
    `select id, account_id, kind, before, changed_at from contact_change
     where undo_digest = ? and undo_ended_at is null and undo_until > ?`,
    [digestOf(secret), clock.now()],
  );
  if (!row) return null;
  return {
    accountId: row.account_id,
    kind: row.kind,
    before: decryptField(keys.ring("field"), row.before, placeOf(row.id)),
    changedAt: new Date(row.changed_at),
  };
}

/** What stood there before each change, the oldest first. */
export async function contactChangesBefore(
  { em, keys }: IdentityContext,
  accountId: string,
): Promise<Omit<ContactChange, "accountId">[]> {
  const rows = await em.execute<{ id: string; kind: Kind; before: string; changed_at: Date }[]>(
    "select id, kind, before, changed_at from contact_change where account_id = ? order by changed_at, id",
    [accountId],
  );
  return rows.map(({ id, kind, before, changed_at }) => ({
    kind,
    before: decryptField(keys.ring("field"), before, placeOf(id)),
    changedAt: new Date(changed_at),
  }));
}

/** Neither this change nor one of the same kind after it is undone by its link any more. */
export async function endUndoing(
  { em, clock }: IdentityContext,
  { accountId, kind, since }: { accountId: string; kind: Kind; since: Date },
): Promise<void> {
  await em.execute(
    `update contact_change set undo_ended_at = ?
     where account_id = ? and kind = ? and changed_at >= ? and undo_ended_at is null`,
    [clock.now(), accountId, kind, since],
  );
}

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

function placeOf(row: string) {
  return { table: "contact_change", column: "before", row };
}
