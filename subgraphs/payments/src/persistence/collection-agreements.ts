import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import { CollectionAgreement } from "../domain/collection-agreement.js";

export async function findAgreements(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, CollectionAgreement>> {
  const agreements = await em.find(CollectionAgreement, { id: { $in: [...ids] } });
  return new Map(agreements.map((agreement) => [agreement.id, agreement]));
}

/** The agreement under which the school's bills are issued now. */
export function currentAgreement(em: EntityManager, schoolCode: string): Promise<CollectionAgreement | null> {
  return em.findOne(CollectionAgreement, { schoolCode, current: true });
}

/** Writes a new agreement down; false when somebody else has just made one for the school, whose act then goes on. */
export async function insertAgreement(em: EntityManager, agreement: CollectionAgreement): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `insert into issuer
       (id, school_code, current, prefix, check_rule, bank_code, bank_name, collection_code, store_cap_ntd, channels)
     values (?, ?, true, ?, ?, ?, ?, ?, ?, ?::text[])
     on conflict (school_code) where current do nothing returning id`,
    [
      agreement.id,
      agreement.schoolCode,
      agreement.prefix,
      agreement.checkRule,
      agreement.bankCode,
      agreement.bankName,
      agreement.collectionCode,
      agreement.storeCapNtd,
      textArray(agreement.channels),
    ],
  );
  return rows.length === 1;
}

/** The next place in the range of prefixes. */
export async function nextPrefixPlace(em: EntityManager): Promise<number> {
  const [row] = await em.execute<[{ place: string }]>("select nextval('issuer_place') as place");
  return Number(row.place);
}
