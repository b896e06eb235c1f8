import { encryptField } from "@campus-graph/kit/crypto";
import { expect, it } from "vitest";
import { keysOfRoster, registrar, startRoster } from "./given.js";
import { cao, ge, lin, sheet } from "./sheets.js";

it("are masked anew where they were masked by code point, and the others hear of it", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin, cao, ge]));
  await roster.importSheet(registrar, sheet([lin, cao]));
  const rows = await roster.rows<{ id: string; masked_name: string }>("select id, masked_name from student");
  const idOf = (masked: string) => rows.find(({ masked_name }) => masked_name === masked)!.id;
  const onRecord = async (id: string, name: string, maskedName: string) => {
    const place = { table: "student", column: "sealed_particulars", row: id };
    const particulars = { nationalId: lin.nationalId, name, sex: null, englishName: null, birthDate: null };
    const sealed = encryptField(keysOfRoster().ring("field"), JSON.stringify(particulars), place);
    await roster.rows("update student set sealed_particulars = ?, masked_name = ? where id = ?", [
      sealed,
      maskedName,
      id,
    ]);
    await roster.rows("insert into name_to_mask values (?)", [id]);
  };
  const [open, well, left] = [idOf("林O佑"), idOf("曹O維"), idOf("葛O墨")];
  await roster.said("roster.StudentChanged");
  await onRecord(open, "林 佑", "林 佑");
  await onRecord(well, "曹景維", "曹O維");
  await onRecord(left, "葛\u{E0100}墨", "葛O墨");
  const said = await roster.said("roster.StudentChanged", "roster.StudentLeft");
  expect(
    said
      .slice(1)
      .map(({ type, payload }) => [type, payload.studentId, "maskedName" in payload && payload.maskedName]),
  ).toEqual(
    expect.arrayContaining([
      ["roster.StudentChanged", open, "林O"],
      ["roster.StudentChanged", left, "葛\u{E0100}O"],
      ["roster.StudentLeft", left, false],
    ]),
  );
  expect(said).toHaveLength(4);
  expect(await roster.rows("select 1 from name_to_mask")).toEqual([]);
  const { data } = await roster.ask(
    registrar,
    '{ school(code: "403601") { classes { students { name maskedName } } } }',
  );
  expect(data.school.classes[0].students).toContainEqual({ name: "林 佑", maskedName: "林O" });
});
