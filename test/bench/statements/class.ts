import type { Connection } from "@campus-graph/clients/connect";
import { ImportRosterDocument, SchoolClassesDocument } from "@campus-graph/clients/generated/operations";
import { demoPeople } from "@campus-graph/schema/demo-city";
import pg from "pg";
import { inventNationalId } from "../city/national-id.js";
import type { SmallCity } from "../city/small-city.js";

export const schoolCode = "403601";

/**
 * A class sheet of that many children, as a registrar hands it in. Each sheet has a surname of its own: the import looks
 * closer, by a statement more, at children who are perhaps on record already, and asks about a name and birth date that are.
 */
export function sheetOf(className: string, size: number, surname: string): string {
  const { name, email } = demoPeople.teacher;
  const titles = "班級,座號,姓名,性別,學號,出生日期,身分證號,導師姓名,導師電子郵件";
  const lines = Array.from({ length: size }, (_, at) =>
    [
      className,
      at + 1,
      `${surname}${han(size)}${han(at)}`,
      "男",
      `B${size}${at}`,
      "2017/05/04",
      inventNationalId(),
      name,
      email,
    ].join(","),
  );
  return `${[titles, ...lines].join("\r\n")}\r\n`;
}

function han(number: number): string {
  return [...String(number)].map((digit) => "零一二三四五六七八九"[Number(digit)]).join("");
}

export async function importSheet(registrar: Connection, content: string): Promise<void> {
  const { importRoster } = await registrar.mutate(ImportRosterDocument, {
    input: { schoolCode, format: "CLASS_SHEET_CSV", content, dryRun: false },
  });
  if (!importRoster.applied) throw new Error(JSON.stringify(importRoster.problems.slice(0, 3)));
}

export async function classIdOf(registrar: Connection, className: string): Promise<string> {
  const { school } = await registrar.query(SchoolClassesDocument, { code: schoolCode });
  return school!.classes.find(({ name }) => name === className)!.id;
}

/** The guardian sees every child of this class, and nobody else, in roster and payments, as bindings would make it. */
export async function bindToClass(city: SmallCity, classId: string): Promise<void> {
  const client = new pg.Client(city.adminUrl);
  await client.connect();
  try {
    for (const schema of ["roster", "payments"]) {
      await client.query(`delete from ${schema}.visibility where viewer = $1`, [
        demoPeople.guardian.subjectId,
      ]);
      await client.query(
        `insert into ${schema}.visibility (viewer, object, reason)
         select $1, 'student:' || id, 'binding' from payments.student where class_id = $2`,
        [demoPeople.guardian.subjectId, classId],
      );
    }
  } finally {
    await client.end();
  }
}
