import { textArray } from "@campus-graph/kit/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Issuer } from "../domain/issuer.js";

export type IssuerRow = Omit<Issuer, "channels"> & { channels: Issuer["channels"] | string };

/** The columns of an issuer under the domain's names. */
export const issuerColumns = `issuer.id, issuer.school_code as "schoolCode", prefix, check_rule as "checkRule",
  bank_code as "bankCode", bank_name as "bankName", collection_code as "collectionCode",
  store_cap_ntd as "storeCapNtd", to_jsonb(channels) as channels`;

export async function findIssuers(em: EntityManager, ids: readonly string[]): Promise<Map<string, Issuer>> {
  const rows = await em.execute<IssuerRow[]>(
    `select ${issuerColumns} from issuer where id = any(?::uuid[])`,
    [textArray(ids)],
  );
  return new Map(rows.map((row) => [row.id, asIssuer(row)]));
}

/** The agreement under which the school's bills are issued now. */
export async function currentIssuer(em: EntityManager, schoolCode: string): Promise<Issuer | null> {
  const [row] = await em.execute<IssuerRow[]>(
    `select ${issuerColumns} from issuer where school_code = ? and current`,
    [schoolCode],
  );
  return row ? asIssuer(row) : null;
}

/** Writes a new agreement down; false when somebody else has just made one for the school. */
export async function insertIssuer(em: EntityManager, issuer: Issuer): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `insert into issuer
       (id, school_code, current, prefix, check_rule, bank_code, bank_name, collection_code, store_cap_ntd, channels)
     values (?, ?, true, ?, ?, ?, ?, ?, ?, ?::text[])
     on conflict (school_code) where current do nothing returning id`,
    [
      issuer.id,
      issuer.schoolCode,
      issuer.prefix,
      issuer.checkRule,
      issuer.bankCode,
      issuer.bankName,
      issuer.collectionCode,
      issuer.storeCapNtd,
      textArray(issuer.channels),
    ],
  );
  return rows.length === 1;
}

/** The school's agreement ends; the bills issued under it stay with it. */
export async function endIssuer(em: EntityManager, schoolCode: string): Promise<void> {
  await em.execute("update issuer set current = false where school_code = ? and current", [schoolCode]);
}

/** The next place in the range of prefixes. */
export async function nextIssuerPlace(em: EntityManager): Promise<number> {
  const [row] = await em.execute<[{ place: string }]>("select nextval('issuer_place') as place");
  return Number(row.place);
}

export function asIssuer({ channels, ...row }: IssuerRow): Issuer {
  return { ...row, channels: typeof channels === "string" ? JSON.parse(channels) : channels };
}
