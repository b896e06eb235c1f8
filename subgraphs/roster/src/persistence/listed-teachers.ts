import { textArray } from "@campus-graph/kit/auth/visibility";
import type { RosterContext } from "../context.js";

/** Who of these a sheet of the school has listed before, by the key of their login, and when last. */
export async function lastListed(
  { em }: RosterContext,
  schoolCode: string,
  loginKeys: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (loginKeys.length === 0) return new Map();
  const rows = await em.execute<{ login_key: string; listed_at: Date }[]>(
    "select login_key, listed_at from listed_teacher where school_code = ? and login_key = any(?::text[])",
    [schoolCode, textArray(loginKeys)],
  );
  return new Map(rows.map(({ login_key, listed_at }) => [login_key, new Date(listed_at)]));
}

export async function noteListed(
  { em, clock }: RosterContext,
  schoolCode: string,
  loginKeys: readonly string[],
): Promise<void> {
  if (loginKeys.length === 0) return;
  await em.execute(
    `insert into listed_teacher (school_code, login_key, listed_at)
     select ?, login_key, ? from unnest(?::text[]) as login_key
     on conflict (school_code, login_key) do update set listed_at = excluded.listed_at`,
    [schoolCode, clock.now(), textArray(loginKeys)],
  );
}
