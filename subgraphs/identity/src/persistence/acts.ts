import type { IdentityContext } from "../context.js";

/** One act of a person that was written down. */
export interface RecordedAct {
  at: Date;
  act: string;
  address: string;
}

/** What a person did that was written down, the oldest first. */
export async function actsOf({ em }: IdentityContext, subjectId: string): Promise<RecordedAct[]> {
  const rows = await em.execute<{ at: Date; act: string; address: string }[]>(
    "select occurred_at as at, act, address from audit where subject = ? order by occurred_at, id",
    [subjectId],
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }));
}
