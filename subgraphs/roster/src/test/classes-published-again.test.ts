import { expect, it } from "vitest";
import { neihu, registrar, startRoster } from "./given.js";
import { cao, children, ge, lin, sheet } from "./sheets.js";

const twoClasses = `${sheet([lin, cao])}\n二年二班,5,${ge.name},${ge.nationalId},,,,`;

it("are spoken of once, by one student each, when books of before are brought up to date", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, twoClasses);
  await roster.importSheet(registrar, sheet(children(1), { className: "二年三班" }));
  await roster.importSheet(
    registrar,
    `${sheet([])}\n二年四班,1,${children(1)[0]!.name},${children(1)[0]!.nationalId},,,,`,
  );
  await roster.published("roster.StudentChanged");
  const before = await roster.rows<{ id: string; name: string }>(
    "select id, name from school_class order by name",
  );
  await roster.rows("drop table class_to_tell");
  await roster.rows("delete from mikro_orm_migrations where name = 'Roster0006ClassesToTell'");
  await using upgraded = await roster.copy();
  await upgraded.settle();
  const changes = await roster.published("roster.StudentChanged");
  expect(changes.map(({ payload }) => [payload.className, payload.schoolCode]).sort()).toEqual(
    ["二年一班", "二年二班", "二年四班"].sort().map((name) => [name, neihu]),
  );
  expect(before).toHaveLength(4);
  await upgraded.settle();
  expect(await roster.published("roster.StudentChanged")).toHaveLength(3);
  expect(await roster.rows("select 1 as one from class_to_tell")).toEqual([]);
});

it("are spoken of by another student while an import holds the first, and later where it holds all", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, twoClasses);
  await roster.published("roster.StudentEnrolled");
  await roster.rows("insert into class_to_tell select id from school_class");
  await roster.whileLocked("masked_name <> '曹O維'", async () => {
    await roster.running.settle();
    expect(
      (await roster.published("roster.StudentChanged")).map(({ payload }) => payload.maskedName),
    ).toEqual(["曹O維"]);
  });
  await roster.running.settle();
  expect((await roster.published("roster.StudentChanged")).map(({ payload }) => payload.maskedName)).toEqual([
    "曹O維",
    "葛O墨",
  ]);
});
