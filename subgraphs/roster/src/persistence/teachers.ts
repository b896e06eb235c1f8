import { textArray } from "@campus-graph/kit/auth/visibility";
import type { Context } from "@campus-graph/kit/context";

interface Teacher {
  subjectId: string;
  schoolCode: string;
  loginKey: string;
}

export async function saveTeacher(
  { em }: Context,
  { loginKey, schoolCode, subjectId }: Teacher,
): Promise<void> {
  await em.execute(
    `insert into teacher (login_key, school_code, subject_id) values (?, ?, ?)
     on conflict (login_key, school_code) do update set subject_id = excluded.subject_id`,
    [loginKey, schoolCode, subjectId],
  );
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
