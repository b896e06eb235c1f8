import { textArray } from "@campus-graph/kit/auth/visibility";
import { defineBatch } from "@campus-graph/kit/graphql/batching";
import type { EntityManager } from "@mikro-orm/postgresql";
import { type ConsentNotice, digestOf } from "../domain/consent-notice.js";

/** Keeps the exact text that is agreed to, and answers by which digest. */
export async function keepConsentText(em: EntityManager, notice: ConsentNotice): Promise<string> {
  const digest = digestOf(notice);
  await em.execute(
    `insert into consent_text (digest, version, title, summary, body) values (?, ?, ?, ?::jsonb, ?)
     on conflict (digest) do nothing`,
    [digest, notice.version, notice.title, JSON.stringify(notice.summary), notice.body],
  );
  return digest;
}

/** Texts that were agreed to, by digest. */
export const consentTextByDigest = defineBatch<string, ConsentNotice, unknown>(async ({ em }, digests) => {
  const rows = await em.execute<(ConsentNotice & { digest: string })[]>(
    "select digest, version, title, summary, body from consent_text where digest = any(?::text[])",
    [textArray(digests)],
  );
  return new Map(rows.map((row) => [row.digest, row]));
});
