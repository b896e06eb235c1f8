import pg from "pg";
import type { SmallCity } from "../city/small-city.js";
import { tokenMint } from "../city/tokens.js";

/** One guardian with one child of their own, known to payments as roster's and binding's events would make them known. */
export interface Guardian {
  subject: string;
  studentId: string;
  token: string;
}

export const schoolCode = "403601";

export async function moveGuardiansIn(city: SmallCity, count: number): Promise<Guardian[]> {
  const mint = await tokenMint(city);
  const client = new pg.Client({
    connectionString: city.databaseUrl("payments"),
    options: "-c search_path=payments",
  });
  await client.connect();
  try {
    await client.query("insert into school (code, name) values ($1, '市立內湖國小')", [schoolCode]);
    const { rows } = await client.query<{ subject: string; student: string }>(
      `with child as (
         insert into student (id, school_code, class_id, seat_number, masked_name, enrolled)
         select gen_random_uuid(), $1, gen_random_uuid(), 1, '林O佑', true from generate_series(1, $2::int)
         returning id
       )
       insert into visibility (viewer, object, reason)
       select gen_random_uuid()::text, 'student:' || id, 'binding' from child
       returning viewer as subject, substring(object from 9) as student`,
      [schoolCode, count],
    );
    await client.query("analyze");
    const guardians: Guardian[] = [];
    for (const { subject, student } of rows) {
      const token = await mint({ subject, clientId: "parent-app", roles: [{ role: "GUARDIAN" }] });
      guardians.push({ subject, studentId: student, token });
    }
    return guardians;
  } finally {
    await client.end();
  }
}
