import { createHash } from "node:crypto";
import type { Context } from "../context.js";
import { charactersBetween } from "../refusals/input-rules.js";
import { BadInput, IdempotencyConflict } from "../refusals/refusal.js";
import { transaction } from "./transaction.js";

/** An act that may be requested twice. `scope` names the act and its actor; `request` is its whole content. */
export interface OnceRequest {
  scope: string;
  key: string;
  request: unknown;
}

const longestKey = 255;

/**
 * Does the act once per key, in one transaction with its answer: the same request again gets the stored answer,
 * other content under the same key is refused (IDEMPOTENCY_CONFLICT). A second caller at the same moment waits for
 * the first. The answer must survive JSON. A blank key is refused (BAD_INPUT): two acts that forgot theirs
 * would be taken for one.
 */
export async function once<S, T>(
  context: Context<S>,
  { scope, key, request }: OnceRequest,
  act: (context: Context<S>) => Promise<T>,
): Promise<T> {
  if (key.trim() === "" || key.length > longestKey)
    throw new BadInput({ field: "idempotencyKey", rule: charactersBetween(1, longestKey) });
  const digest = createHash("sha256").update(JSON.stringify(request)).digest("base64url");
  return transaction(context, async (context) => {
    const inserted = await context.em.execute<unknown[]>(
      `insert into idempotency (scope, key, request, created_at) values (?, ?, ?, ?)
       on conflict (scope, key) do nothing returning 1 as one`,
      [scope, key, digest, context.clock.now()],
    );
    if (inserted.length === 0) return storedAnswer<T>(context, scope, key, digest);
    const answer = await act(context);
    await context.em.execute("update idempotency set answer = ? where scope = ? and key = ?", [
      JSON.stringify(answer ?? null),
      scope,
      key,
    ]);
    return answer;
  });
}

async function storedAnswer<T>(context: Context, scope: string, key: string, digest: string): Promise<T> {
  const [row] = await context.em.execute<{ request: string; answer: T }[]>(
    "select request, answer from idempotency where scope = ? and key = ?",
    [scope, key],
  );
  if (row?.request !== digest) throw new IdempotencyConflict();
  return row.answer;
}

export const idempotencyTable = `
  create table idempotency (
    scope text not null,
    key text not null,
    request text not null,
    answer jsonb,
    created_at timestamptz not null,
    primary key (scope, key)
  )`;
