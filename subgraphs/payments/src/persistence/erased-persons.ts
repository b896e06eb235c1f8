import type { PaymentsContext } from "../context.js";

/** Takes away what a guardian was told, and that they see any bill. */
export async function eraseGuardian({ em }: PaymentsContext, subjectId: string): Promise<void> {
  await em.execute("delete from feed_notice where subject = ?", [subjectId]);
  await em.execute("delete from guardian_tie where subject = ?", [subjectId]);
  await em.execute("delete from visibility where viewer = ?", [subjectId]);
}
