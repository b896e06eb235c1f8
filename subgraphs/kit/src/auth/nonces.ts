import type { EntityManager } from "@mikro-orm/postgresql";
import { signatureLifeMs } from "./viewer.js";

/**
 * Whether this signed mutation comes for the first time. A nonce is remembered while its signature could still pass;
 * older ones are swept by the way, a few at a time.
 */
export async function firstUse(em: EntityManager, nonce: string, now: Date): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `with swept as (
       delete from nonce where ctid = any(array(select ctid from nonce where expires_at < ? limit 20 for update skip locked))
     )
     insert into nonce (nonce, expires_at) values (?, ?) on conflict do nothing returning 1 as one`,
    [now, nonce, new Date(now.getTime() + 2 * signatureLifeMs)],
  );
  return rows.length === 1;
}

export const nonceTable = `
  create table nonce (nonce text primary key, expires_at timestamptz not null);
  create index nonce_by_expiry on nonce (expires_at)`;
