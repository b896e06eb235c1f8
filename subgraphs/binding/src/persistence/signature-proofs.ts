import type { EntityManager } from "@mikro-orm/postgresql";

/**
 * Whether a form was signed by this proof already. Whoever asks at the same moment waits until this transaction has
 * ended: of two forms at once one is signed, and the other is told.
 */
export async function isProofUsed(em: EntityManager, proofId: string): Promise<boolean> {
  await em.execute("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' proof ' || ?, 0))", [
    proofId,
  ]);
  const rows = await em.execute<unknown[]>("select 1 as one from sealed_form where proof_id = ?", [proofId]);
  return rows.length > 0;
}
