import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Partner, PartnerChannel, PartnerScope } from "../domain/partner.js";
import type { PartnerKey } from "../domain/partner-key.js";

interface PartnerRow {
  client_id: string;
  name: string;
  channels: string | PartnerChannel[];
  scopes: string | PartnerScope[];
  redirect_uris: string | string[];
  registered_at: string;
  suspended_at: string | null;
  keys: string | (PartnerKey & { since: string; until: string | null })[];
}

const columns = `client_id, name, to_jsonb(channels) as channels, to_jsonb(scopes) as scopes,
  to_jsonb(redirect_uris) as redirect_uris, registered_at, suspended_at,
  (select coalesce(jsonb_agg(jwk || jsonb_build_object('since', since, 'until', until) order by since, kid), '[]')
   from partner_key where partner_key.client_id = partner.client_id) as keys`;

export async function findPartner(em: EntityManager, clientId: string): Promise<Partner | null> {
  const [row] = await em.execute<PartnerRow[]>(`select ${columns} from partner where client_id = ?`, [
    clientId,
  ]);
  return row ? asPartner(row) : null;
}

/** Those of these ids, by their ids. */
export async function partnersOf(
  em: EntityManager,
  clientIds: readonly string[],
): Promise<ReadonlyMap<string, Partner>> {
  const rows = await em.execute<PartnerRow[]>(
    `select ${columns} from partner where client_id = any(?::text[])`,
    [textArray(clientIds)],
  );
  return new Map(rows.map((row) => [row.client_id, asPartner(row)]));
}

/** The same, held until the transaction ends: of two who change a partner at once the second sees what the first did. */
export async function lockPartner(em: EntityManager, clientId: string): Promise<Partner | null> {
  await em.execute("select 1 as one from partner where client_id = ? for update", [clientId]);
  return findPartner(em, clientId);
}

export async function allPartners(em: EntityManager): Promise<Partner[]> {
  const rows = await em.execute<PartnerRow[]>(`select ${columns} from partner order by client_id`);
  return rows.map(asPartner);
}

/** False when the client id is taken. Its keys come apart. */
export async function insertPartner(
  em: EntityManager,
  { clientId, name, channels, scopes, redirectUris, registeredAt }: Omit<Partner, "keys" | "suspendedAt">,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `insert into partner (client_id, name, channels, scopes, redirect_uris, registered_at)
     values (?, ?, ?::text[], ?::text[], ?::text[], ?) on conflict do nothing returning 1 as one`,
    [clientId, name, textArray(channels), textArray(scopes), textArray(redirectUris), registeredAt],
  );
  return rows.length === 1;
}

/** False when the partner had a key of this id before. */
export async function insertPartnerKey(
  em: EntityManager,
  clientId: string,
  key: PartnerKey,
  since: Date,
): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `insert into partner_key (client_id, kid, jwk, since) values (?, ?, ?::jsonb, ?)
     on conflict do nothing returning 1 as one`,
    [clientId, key.kid, JSON.stringify(key), since],
  );
  return rows.length === 1;
}

export async function endKey(em: EntityManager, clientId: string, kid: string, until: Date): Promise<void> {
  await em.execute("update partner_key set until = ? where client_id = ? and kid = ?", [
    until,
    clientId,
    kid,
  ]);
}

export async function setSuspended(em: EntityManager, clientId: string, at: Date | null): Promise<void> {
  await em.execute("update partner set suspended_at = ? where client_id = ?", [at, clientId]);
}

/** What the partner is called, may do, and where its guardians are sent back to. Its keys come apart. */
export async function updatePartner(
  em: EntityManager,
  { clientId, name, channels, scopes, redirectUris }: Omit<Partner, "keys" | "registeredAt" | "suspendedAt">,
): Promise<void> {
  await em.execute(
    `update partner set name = ?, channels = ?::text[], scopes = ?::text[], redirect_uris = ?::text[]
     where client_id = ?`,
    [name, textArray(channels), textArray(scopes), textArray(redirectUris), clientId],
  );
}

/** What a partner may be linked for, and where its guardians are sent back to. */
export async function setLinking(
  em: EntityManager,
  clientId: string,
  { scopes, redirectUris }: Pick<Partner, "scopes" | "redirectUris">,
): Promise<void> {
  await em.execute("update partner set scopes = ?::text[], redirect_uris = ?::text[] where client_id = ?", [
    textArray(scopes),
    textArray(redirectUris),
    clientId,
  ]);
}

function asPartner(row: PartnerRow): Partner {
  return {
    clientId: row.client_id,
    name: row.name,
    channels: parsed(row.channels),
    scopes: parsed(row.scopes),
    redirectUris: parsed(row.redirect_uris),
    registeredAt: new Date(row.registered_at),
    suspendedAt: dateOrNull(row.suspended_at),
    keys: parsed(row.keys).map(({ since, until, ...key }) => {
      return { ...key, since: new Date(since), until: dateOrNull(until) };
    }),
  };
}

function parsed<T>(value: string | T[]): T[] {
  return typeof value === "string" ? (JSON.parse(value) as T[]) : value;
}

function dateOrNull(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}
