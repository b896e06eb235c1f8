import { createHash, randomBytes } from "node:crypto";
import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { Reader } from "@campus-graph/kit/auth/reader";
import type { IdentityContext } from "../context.js";
import {
  askAgainMs,
  type DataFileFormat,
  type DataRequest,
  type DataSource,
  fileKeptMs,
  gatheringMs,
  linkLifeMs,
} from "../domain/data-request.js";

/** Since when one was asked for that still counts; null where the person may ask. */
export async function lastAskedAt({ em, clock }: IdentityContext, accountId: string): Promise<Date | null> {
  const [row] = await em.execute<{ asked_at: Date }[]>(
    "select asked_at from data_request where account_id = ? and asked_at > ? order by asked_at desc limit 1",
    [accountId, new Date(clock.now().getTime() - askAgainMs)],
  );
  return row ? new Date(row.asked_at) : null;
}

export async function keepDataRequest(
  { em, keys, clock }: IdentityContext,
  { id, accountId, privateKey }: { id: string; accountId: string } & Pick<Reader, "privateKey">,
): Promise<void> {
  const now = clock.now();
  await em.execute(
    "insert into data_request (id, account_id, asked_at, reader, expires_at) values (?, ?, ?, ?, ?)",
    [
      id,
      accountId,
      now,
      encryptField(keys.ring("field"), JSON.stringify(privateKey), placeOf(id, "reader")),
      new Date(now.getTime() + gatheringMs),
    ],
  );
}

interface Row {
  id: string;
  asked_at: Date;
  ready_at: Date | null;
  expires_at: Date;
  gathered: number;
}

/** Those of a person that are not over, the newest first. */
export async function dataRequestsOf(
  { em, clock }: IdentityContext,
  accountId: string,
): Promise<DataRequest[]> {
  const rows = await em.execute<Row[]>(
    `select id, asked_at, ready_at, expires_at,
       (select count(*)::integer from data_part where request_id = data_request.id) as gathered
     from data_request where account_id = ? and expires_at > ? order by asked_at desc, id desc`,
    [accountId, clock.now()],
  );
  return rows.map(({ id, asked_at, ready_at, expires_at, gathered }) => ({
    id,
    askedAt: new Date(asked_at),
    gathered,
    readyAt: ready_at && new Date(ready_at),
    expiresAt: ready_at && new Date(expires_at),
  }));
}

/** Whose parts are still waited for, with its row locked; null for one that is ready or over. */
export async function lockGathering(
  { em, keys }: IdentityContext,
  id: string,
): Promise<{ accountId: string; privateKey: Reader["privateKey"] } | null> {
  const [row] = await em.execute<{ account_id: string; reader: string }[]>(
    "select account_id, reader from data_request where id = ? and ready_at is null for update",
    [id],
  );
  if (!row) return null;
  const reader = decryptField(keys.ring("field"), row.reader, placeOf(id, "reader"));
  return { accountId: row.account_id, privateKey: JSON.parse(reader) as Reader["privateKey"] };
}

/** The parts there are, with this one, by who sent them; still sealed. */
export async function keepDataPart(
  { em }: IdentityContext,
  { requestId, source, sealed }: { requestId: string; source: DataSource; sealed: string },
): Promise<ReadonlyMap<DataSource, string>> {
  await em.execute(
    "insert into data_part (request_id, source, sealed) values (?, ?, ?) on conflict do nothing",
    [requestId, source, sealed],
  );
  const rows = await em.execute<{ source: DataSource; sealed: string }[]>(
    "select source, sealed from data_part where request_id = ?",
    [requestId],
  );
  return new Map(rows.map(({ source, sealed }) => [source, sealed]));
}

/** The file is there, sealed for its row. What its parts were sealed to is destroyed. */
export async function keepDataFile(
  { em, keys, clock }: IdentityContext,
  id: string,
  file: object,
): Promise<Date> {
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + fileKeptMs);
  const sealed = encryptField(keys.ring("field"), JSON.stringify(file), placeOf(id, "file"));
  await em.execute(
    "update data_request set reader = null, file = ?, ready_at = ?, expires_at = ? where id = ?",
    [sealed, now, expiresAt, id],
  );
  await em.execute("update data_part set sealed = '' where request_id = ?", [id]);
  return expiresAt;
}

/** A link that opens the person's file once, within a minute: its secret. Null where there is no such file. */
export async function openDataLink(
  { em, clock }: IdentityContext,
  { requestId, accountId, format }: { requestId: string; accountId: string; format: DataFileFormat },
): Promise<{ secret: string; expiresAt: Date } | null> {
  const now = clock.now();
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + linkLifeMs);
  const rows = await em.execute<unknown[]>(
    `insert into data_link (digest, request_id, format, expires_at)
     select ?, id, ?, ? from data_request
     where id = ? and account_id = ? and file is not null and expires_at > ? returning 1 as one`,
    [digestOf(secret), format, expiresAt, requestId, accountId, now],
  );
  return rows.length > 0 ? { secret, expiresAt } : null;
}

/** What the link opens, whoever comes with it first; null for one that was used, is over or never was. */
export async function useDataLink(
  { em, keys, clock }: IdentityContext,
  secret: string,
): Promise<{ requestId: string; accountId: string; format: DataFileFormat; file: object } | null> {
  const now = clock.now();
  const [row] = await em.execute<
    { request_id: string; account_id: string; format: DataFileFormat; file: string }[]
  >(
    `with used as (delete from data_link where digest = ? and expires_at > ? returning request_id, format)
     select used.request_id, used.format, data_request.account_id, data_request.file
     from used join data_request on data_request.id = used.request_id
     where data_request.file is not null and data_request.expires_at > ?`,
    [digestOf(secret), now, now],
  );
  if (!row) return null;
  const file = decryptField(keys.ring("field"), row.file, placeOf(row.request_id, "file"));
  return {
    requestId: row.request_id,
    accountId: row.account_id,
    format: row.format,
    file: JSON.parse(file) as object,
  };
}

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

function placeOf(row: string, column: "reader" | "file") {
  return { table: "data_request", column, row };
}
