import { textArray } from "@campus-graph/kit/auth/visibility";
import type { Context } from "@campus-graph/kit/context";

/** A teacher of a school, and the first and last day of that role: null where it was told without, or has no end. */
export interface Teacher {
  subjectId: string;
  schoolCode: string;
  loginKey: string;
  from: string | null;
  until: string | null;
}

/** Who is appointed anew holds the role from the first day of all to the last; days in between are identity's to tell. */
export async function saveTeacher(
  { em }: Context,
  { loginKey, schoolCode, subjectId, from, until }: Teacher,
): Promise<void> {
  await em.execute(
    `insert into teacher (login_key, school_code, subject_id, "from", until) values (?, ?, ?, ?, ?)
     on conflict (login_key, school_code) do update set subject_id = excluded.subject_id,
       "from" = case when teacher."from" is null or excluded."from" is null then null
         else least(teacher."from", excluded."from") end,
       until = case when teacher.until is null or excluded.until is null then null
         else greatest(teacher.until, excluded.until) end`,
    [loginKey, schoolCode, subjectId, from, until],
  );
}

/** The school's teacher who signs in so, if their role covers these days. */
export async function teacherOnDays(
  { em }: Context,
  { schoolCode, loginKey }: Pick<Teacher, "schoolCode" | "loginKey">,
  days: { from: string; until: string },
): Promise<string | null> {
  const [row] = await em.execute<{ subject_id: string }[]>(
    `select subject_id from teacher where school_code = ? and login_key = ?
       and ("from" is null or "from" <= ?) and (until is null or until >= ?)`,
    [schoolCode, loginKey, days.from, days.until],
  );
  return row?.subject_id ?? null;
}

/** The school has no such teacher any more: a sheet that names them lists them anew. */
export async function removeTeacher({ em }: Context, subjectId: string, schoolCode: string): Promise<void> {
  await em.execute(
    `with gone as (delete from teacher where subject_id = ? and school_code = ? returning login_key)
     delete from listed_teacher using gone where school_code = ? and listed_teacher.login_key = gone.login_key`,
    [subjectId, schoolCode, schoolCode],
  );
}

/** The subjects of the school's teachers with these logins, by login key. */
export async function teachersByLogin(
  { em }: Context,
  schoolCode: string,
  loginKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (loginKeys.length === 0) return new Map();
  const rows = await em.execute<{ login_key: string; subject_id: string }[]>(
    "select login_key, subject_id from teacher where school_code = ? and login_key = any(?::text[])",
    [schoolCode, textArray(loginKeys)],
  );
  return new Map(rows.map(({ login_key, subject_id }) => [login_key, subject_id]));
}

/** Whether any teacher of the school can sign in yet. */
export async function hasTeacher({ em }: Context, schoolCode: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>("select 1 as one from teacher where school_code = ? limit 1", [
    schoolCode,
  ]);
  return rows.length > 0;
}
