import { SettableClock } from "@campus-graph/kit/ops/clock";
import { expect, it } from "vitest";
import { jinhua, registrar, registrarOfJinhua, startRoster } from "./given.js";
import { cao, children, lin, sheet } from "./sheets.js";

it("tells two hundred problems of a wrong sheet, and how many there are", async () => {
  await using roster = await startRoster();
  const wrong = Array.from({ length: 5_000 }, (_, at) => `二年一班,${at},x`).join("\n");
  const answer = await roster.importSheet(registrar, `班級,座號,姓名,身分證號\n${wrong}`, { dryRun: true });
  expect(answer.problems).toHaveLength(200);
  expect(answer.problems[0].line).toBe(2);
  expect(answer.problemCount).toBeGreaterThan(200);
});

it("is written down with its counts, a dry run too", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin, cao]), { dryRun: true });
  await roster.importSheet(registrar, sheet([lin, { ...cao, nationalId: "H122198544" }]));
  await roster.importSheet(registrar, sheet([lin, cao]));
  const audit = await roster.rows<{ subject: string; detail: object }>(
    "select subject, detail from audit where act = 'roster.import' order by occurred_at, id",
  );
  expect(audit.map(({ subject }) => subject)).toEqual(Array(3).fill("registrar"));
  expect(audit.map(({ detail }) => detail)).toEqual([
    { dryRun: true, students: 2, problems: 0, added: 2, changed: 0, moved: 0, left: 0 },
    { dryRun: false, students: 1, problems: 1, added: 0, changed: 0, moved: 0, left: 0 },
    { dryRun: false, students: 2, problems: 0, added: 2, changed: 0, moved: 0, left: 0 },
  ]);
});

it("can be tried sixty times an hour by a registrar, dry runs included", async () => {
  const clock = new SettableClock();
  await using roster = await startRoster({ clock });
  for (let at = 0; at < 60; at++) await roster.importSheet(registrar, sheet([lin]), { dryRun: at % 2 === 0 });
  const { errors } = await roster.importSheet(registrar, sheet([lin]), { dryRun: true });
  expect(errors).toMatchObject([{ extensions: { code: "TOO_MANY_ATTEMPTS" } }]);
  const another = await roster.importSheet(registrarOfJinhua, sheet([cao]), { schoolCode: jinhua });
  expect(another.applied).toBe(true);
  clock.advance(3_600_000);
  expect((await roster.importSheet(registrar, sheet([lin]))).errors).toBeUndefined();
});

it("is entered in at most 24 statements, however many children the sheet has", async () => {
  await using roster = await startRoster();
  const students = children(33);
  const counts: number[] = [];
  for (const [className, from, until] of [
    ["二年一班", 0, 2],
    ["二年二班", 2, 3],
    ["二年三班", 3, 33],
  ] as const) {
    roster.takeStatements();
    const { applied } = await roster.importSheet(
      registrar,
      sheet(students.slice(from, until), {
        className,
        teacher: { name: "林導師", email: `${from}@school.example` },
      }),
    );
    expect(applied).toBe(true);
    counts.push(roster.takeStatements().length);
  }
  for (const count of counts.slice(1)) expect(count).toBeLessThanOrEqual(24);
});
