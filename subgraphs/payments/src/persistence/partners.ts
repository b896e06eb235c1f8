import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Channel } from "../domain/channel.js";
import type { Partner } from "../domain/partner.js";

type Parsed = Pick<Partner, "channels" | "scopes" | "keys">;
type PartnerRow = Omit<Partner, keyof Parsed> & { [Name in keyof Parsed]: Parsed[Name] | string };

/** Learns how a partner stands now. */
export async function rememberPartner(em: EntityManager, partner: Partner): Promise<void> {
  await em.execute(
    `insert into partner (client_id, channels, scopes, keys, suspended) values (?, ?::text[], ?::text[], ?::jsonb, ?)
     on conflict (client_id) do update set channels = excluded.channels, scopes = excluded.scopes,
       keys = excluded.keys, suspended = excluded.suspended`,
    [
      partner.clientId,
      textArray(partner.channels),
      textArray(partner.scopes),
      JSON.stringify(partner.keys),
      partner.suspended,
    ],
  );
}

export async function findPartners(
  em: EntityManager,
  clientIds: readonly string[],
): Promise<Map<string, Partner>> {
  const rows = await em.execute<PartnerRow[]>(
    `select client_id as "clientId", to_jsonb(channels) as channels, to_jsonb(scopes) as scopes, keys, suspended
     from partner where client_id = any(?::text[])`,
    [textArray(clientIds)],
  );
  return new Map(rows.map((row) => [row.clientId, asPartner(row)]));
}

/** The channels for which a partner may report money now: what is paid through another would not be heard of. */
export const servedChannelsSql = `
  select distinct channel from partner, unnest(channels) as channel
  where not suspended and 'payments:notify' = any(scopes)`;

export async function servedChannels(em: EntityManager): Promise<ReadonlySet<Channel>> {
  const rows = await em.execute<{ channel: Channel }[]>(servedChannelsSql);
  return new Set(rows.map(({ channel }) => channel));
}

function asPartner({ channels, scopes, keys, ...row }: PartnerRow): Partner {
  return { ...row, channels: parsed(channels), scopes: parsed(scopes), keys: parsed(keys) };
}

function parsed<T>(value: T | string): T {
  return typeof value === "string" ? (JSON.parse(value) as T) : value;
}
