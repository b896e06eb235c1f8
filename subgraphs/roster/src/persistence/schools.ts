import type { Context } from "@campus-graph/kit/context";

/** One list at a time is entered; held to the end of the transaction. */
export async function lockSchoolList({ em }: Context): Promise<void> {
  await em.execute("select pg_advisory_xact_lock(hashtextextended('list of schools', 0))");
}

/** Schools that are to be spoken of once; from now on they are not. */
export async function takeSchoolsToTell({ em }: Context): Promise<string[]> {
  const rows = await em.execute<{ code: string }[]>("delete from school_to_tell returning code");
  return rows.map(({ code }) => code);
}

/** The codes of the schools that have entered a class. */
export async function schoolsWithClasses({ em }: Context): Promise<Set<string>> {
  const rows = await em.execute<{ code: string }[]>("select distinct school_code as code from school_class");
  return new Set(rows.map(({ code }) => code));
}
