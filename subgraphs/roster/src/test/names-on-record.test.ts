import { encryptField } from "@campus-graph/kit/auth/crypto";
import { expect, it } from "vitest";
import { keys, registrar, startRoster } from "./given.js";
import { cao, children, ge, lin, sheet } from "./sheets.js";

it("are masked anew where they were masked by code point, and the others hear of it", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin, cao, ge]));
  await roster.importSheet(registrar, sheet([lin, cao]));
  const rows = await roster.rows<{ id: string; masked_name: string }>("select id, masked_name from student");
  const idOf = (masked: string) => rows.find(({ masked_name }) => masked_name === masked)!.id;
  const onRecord = async (id: string, name: string, maskedName: string) => {
    const place = { table: "student", column: "sealed_particulars", row: id };
    const particulars = { nationalId: lin.nationalId, name, sex: null, englishName: null, birthDate: null };
    const sealed = encryptField(keys.ring("field"), JSON.stringify(particulars), place);
    await roster.rows("update student set sealed_particulars = ?, masked_name = ? where id = ?", [
      sealed,
      maskedName,
      id,
    ]);
    await roster.rows("insert into name_to_mask values (?)", [id]);
  };
  const [open, well, left] = [idOf("林O佑"), idOf("曹O維"), idOf("葛O墨")];
  await roster.published("roster.StudentChanged");
  await onRecord(open, "林 佑", "林 佑");
  await onRecord(well, "曹景維", "曹O維");
  await onRecord(left, "葛\u{E0100}墨", "葛O墨");
  const events = await roster.published("roster.StudentChanged", "roster.StudentLeft");
  expect(
    events
      .slice(1)
      .map(({ type, payload }) => [type, payload.studentId, "maskedName" in payload && payload.maskedName]),
  ).toEqual(
    expect.arrayContaining([
      ["roster.StudentChanged", open, "林O"],
      ["roster.StudentChanged", left, "葛\u{E0100}O"],
      ["roster.StudentLeft", left, false],
    ]),
  );
  expect(events).toHaveLength(4);
  expect(await roster.rows("select 1 from name_to_mask")).toEqual([]);
  const { data } = await roster.execute(
    registrar,
    '{ school(code: "403601") { classes { students { name maskedName } } } }',
  );
  expect(data.school.classes[0].students).toContainEqual({ name: "林 佑", maskedName: "林O" });
});

it("are left for the next time while an import holds the student, and told then", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin, cao]));
  await roster.published("roster.StudentEnrolled");
  await roster.rows("update student set masked_name = 'open'");
  await roster.rows("insert into name_to_mask select id from student");
  await roster.whileLocked(`seat_number = ${lin.seat}`, async () => {
    expect(
      (await roster.published("roster.StudentChanged")).map(({ payload }) => payload.maskedName),
    ).toEqual(["曹O維"]);
    expect(await roster.rows("select 1 as one from name_to_mask")).toHaveLength(1);
  });
  expect((await roster.published("roster.StudentChanged")).map(({ payload }) => payload.maskedName)).toEqual([
    "曹O維",
    "林O佑",
  ]);
});

it("are masked once each by two copies at the same moment, with an import under way", async () => {
  await using roster = await startRoster();
  const all = children(450);
  await roster.importSheet(registrar, sheet(all));
  await roster.published("roster.StudentEnrolled");
  await roster.rows("update student set masked_name = 'open'");
  await roster.rows("insert into name_to_mask select id from student");
  await using copy = await roster.copy();
  const settleAll = async (running: typeof roster.running) => {
    while (await running.settle());
  };
  const moved = { ...all[7]!, seat: 999 };
  await Promise.all([
    settleAll(roster.running),
    settleAll(copy),
    roster.importSheet(registrar, sheet(all.with(7, moved))),
  ]);
  await settleAll(copy);
  const changes = await roster.published("roster.StudentChanged");
  const times = Map.groupBy(changes, ({ payload }) => payload.studentId);
  const [{ id: movedId }] = (await roster.rows("select id from student where seat_number = 999")) as [
    { id: string },
  ];
  expect(times.size).toBe(450);
  expect([...times].filter(([id, of]) => of.length > (id === movedId ? 2 : 1))).toEqual([]);
  expect(times.get(movedId)!.at(-1)!.payload).toMatchObject({ seatNumber: 999, maskedName: "王O辛" });
  expect(await roster.rows("select 1 as one from name_to_mask")).toEqual([]);
  expect(await roster.rows("select 1 as one from student where masked_name = 'open'")).toEqual([]);
});
