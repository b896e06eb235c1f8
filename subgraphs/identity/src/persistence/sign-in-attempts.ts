import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { SortKey } from "@campus-graph/kit/graphql/pagination";
import type { IdentityContext } from "../context.js";
import { longestAgent } from "../domain/open-session.js";
import type { SignInAttempt } from "../domain/sign-in-attempt.js";

/** The browser that tries, and the app that it tries for. */
export interface Attempting {
  client: string;
  agent: string;
}

/** `accountId` null: the login is nobody's. */
export async function noteAttempt(
  { em, keys, clock, newId, viewer }: IdentityContext,
  accountId: string | null,
  succeeded: boolean,
  { client, agent }: Attempting,
): Promise<void> {
  const id = newId();
  const device = JSON.stringify({ address: viewer.address, agent: agent.slice(0, longestAgent) });
  await em.execute(
    "insert into sign_in_attempt (id, account_id, at, succeeded, client, device) values (?, ?, ?, ?, ?, ?)",
    [id, accountId, clock.now(), succeeded, client, encryptField(keys.ring("field"), device, placeOf(id))],
  );
}

/** Of an account, the newest first, those after a place in that order. */
export async function attemptsAt(
  { em, keys }: IdentityContext,
  accountId: string,
  after: SortKey | null,
  limit: number,
): Promise<SignInAttempt[]> {
  const [at, id] = after ?? [];
  const rows = await em.execute<
    { id: string; at: Date; succeeded: boolean; client: string; device: string }[]
  >(
    `select id, at, succeeded, client, device from sign_in_attempt
     where account_id = ? and (?::timestamptz is null or (at, id) < (?::timestamptz, ?::uuid))
     order by at desc, id desc limit ?`,
    [accountId, at ?? null, at ?? null, id ?? null, limit],
  );
  return rows.map(({ device, at, ...row }) => ({
    ...row,
    at: new Date(at),
    ...(JSON.parse(decryptField(keys.ring("field"), device, placeOf(row.id))) as Pick<
      SignInAttempt,
      "address" | "agent"
    >),
  }));
}

function placeOf(row: string) {
  return { table: "sign_in_attempt", column: "device", row };
}
