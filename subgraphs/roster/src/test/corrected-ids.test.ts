import { describe, expect, it } from "vitest";
import { jinhua, type Roster, registrar, registrarOfJinhua, startRoster } from "./given.js";
import {
  born,
  type Child,
  cao,
  codesOf as codes,
  confirmationsOf,
  ge,
  hua,
  inSeptember,
  lin,
  nationalIdOf,
  sheet,
} from "./sheets.js";

describe("a national ID that was corrected or renewed", () => {
  const renewed = { ...lin, nationalId: nationalIdOf(77) };

  it("is asked about; confirmed, it is the same student, whom others know on", async () => {
    await using roster = await startRoster({ clock: inSeptember() });
    await roster.handIn(registrar, born(lin, "2018/11/21"));
    const [before] = await roster.rows<{ id: string; person_key: string }>(
      "select id, person_key from student",
    );
    const dryRun = await roster.handIn(registrar, born(renewed, "107/11/21"));
    expect(codes(dryRun)).toEqual(["LEAVERS_UNCONFIRMED", "ID_CHANGED"]);
    expect(dryRun.applied).toBe(false);
    const confirmations = confirmationsOf(dryRun);
    expect(await roster.handIn(registrar, born(renewed, "107/11/21"), { confirmations })).toMatchObject({
      added: 0,
      changed: 1,
      left: 0,
      applied: true,
    });
    const after = await roster.rows<{ id: string; person_key: string }>("select id, person_key from student");
    expect(after.map(({ id }) => id)).toEqual([before!.id]);
    expect(after[0]!.person_key).not.toBe(before!.person_key);
    const events = await roster.published("roster.StudentChanged", "roster.StudentLeft");
    expect(events).toMatchObject([
      { type: "roster.StudentChanged", payload: { studentId: before!.id, personKey: after[0]!.person_key } },
    ]);
    expect(await roster.handIn(registrar, born(renewed, "107/11/21"))).toMatchObject({
      changed: 0,
      problems: [],
    });
  });

  it("is asked about by name and class where a birth date is missing, in another class only with it", async () => {
    await using roster = await startRoster();
    await roster.handIn(registrar, sheet([lin, cao]));
    expect(codes(await roster.handIn(registrar, sheet([renewed, cao])))).toContain("ID_CHANGED");
    const elsewhere = sheet([renewed], { className: "二年二班" });
    expect(codes(await roster.handIn(registrar, elsewhere))).toEqual([]);
  });

  it("is asked about of a student who changes the class with it", async () => {
    await using roster = await startRoster({ clock: inSeptember() });
    await roster.handIn(registrar, born(lin, "2018/11/21"));
    const dryRun = await roster.handIn(registrar, born(renewed, "2018/11/21", "二年二班"));
    const confirmations = [dryRun.problems[0].confirmation as string];
    expect(
      await roster.handIn(registrar, born(renewed, "2018/11/21", "二年二班"), { confirmations }),
    ).toMatchObject({
      added: 0,
      moved: 1,
      applied: true,
    });
    expect(await roster.rows("select 1 from student")).toHaveLength(1);
  });

  it("is not asked about of two who merely share a name", async () => {
    await using roster = await startRoster({ clock: inSeptember() });
    await roster.handIn(registrar, born(lin, "2018/11/21"));
    const namesake = { ...renewed, seat: 5 };
    const answer = await roster.handIn(
      registrar,
      `${born(lin, "2018/11/21")}\n二年一班,5,${namesake.name},${namesake.nationalId},2018/11/21`,
    );
    expect(answer).toMatchObject({ added: 1, problems: [], applied: true });
  });
});

describe("a national ID that the books know under another name", () => {
  it("is asked about, line by line, where a column of IDs was sorted by itself", async () => {
    await using roster = await startRoster();
    await roster.handIn(registrar, sheet([lin, cao, ge]));
    const before = await roster.rows("select id, masked_name, person_key from student order by id");
    const rotated = [lin, cao, ge].map((child, at, all) => {
      return { ...child, nationalId: all[(at + 1) % 3]!.nationalId };
    });
    const answer = await roster.handIn(registrar, sheet(rotated));
    expect(codes(answer)).toEqual(["PERSON_CHANGED", "PERSON_CHANGED", "PERSON_CHANGED"]);
    expect(answer.applied).toBe(false);
    expect(await roster.rows("select id, masked_name, person_key from student order by id")).toEqual(before);
  });

  it("is not asked about where the birth date is the same, and taken once it is confirmed", async () => {
    await using roster = await startRoster({ clock: inSeptember() });
    await roster.handIn(registrar, born(lin, "2018/11/21"));
    const renamed = { ...lin, name: "林承祐" };
    expect(await roster.handIn(registrar, born(renamed, "107/11/21"))).toMatchObject({
      changed: 1,
      problems: [],
      applied: true,
    });
    const again = { ...lin, name: "王大明" };
    const dryRun = await roster.handIn(registrar, born(again, "2018/11/22"));
    expect(codes(dryRun)).toEqual(["PERSON_CHANGED"]);
    const confirmations = [dryRun.problems[0].confirmation as string];
    const another = await roster.handIn(registrar, born(again, "2018/11/23"), { confirmations });
    expect(codes(another)).toEqual(["PERSON_CHANGED"]);
    expect(await roster.handIn(registrar, born(again, "2018/11/22"), { confirmations })).toMatchObject({
      changed: 1,
      applied: true,
    });
  });
});

describe("twins whose national IDs were swapped", () => {
  const twins = [
    { ...lin, name: "王大明" },
    { ...cao, name: "王小明" },
  ] as const;
  const swapped = [
    { ...twins[0], nationalId: cao.nationalId },
    { ...twins[1], nationalId: lin.nationalId },
  ] as const;
  const birthday = "2018/11/21";
  const bornTogether = (of: readonly Child[], birthDate = birthday) =>
    ["班級,座號,姓名,身分證號,出生日期", ...of.map((child) => born(child, birthDate).split("\n")[1])].join(
      "\n",
    );

  it("are asked about, line by line, and not swapped unasked", async () => {
    await using roster = await startRoster({ clock: inSeptember() });
    await roster.handIn(registrar, bornTogether(twins));
    const dryRun = await roster.handIn(registrar, bornTogether(swapped));
    expect(dryRun).toMatchObject({
      applied: false,
      problems: [
        { line: 2, code: "PERSON_CHANGED", severity: "CONFIRMATION" },
        { line: 3, code: "PERSON_CHANGED" },
      ],
    });
    expect(await roster.published("roster.StudentChanged")).toEqual([]);
    const confirmations = confirmationsOf(dryRun);
    expect(await roster.handIn(registrar, bornTogether(swapped), { confirmations })).toMatchObject({
      changed: 2,
      applied: true,
    });
  });

  it("are asked about where one of them is on the sheet, under the ID of the other in another class", async () => {
    await using roster = await startRoster({ clock: inSeptember() });
    await roster.handIn(registrar, born(twins[0], birthday));
    await roster.handIn(registrar, born(twins[1], birthday, "二年二班"));
    expect(codes(await roster.handIn(registrar, born(swapped[0], birthday)))).toContain("PERSON_CHANGED");
  });

  it("are asked about where two share the name and not the birth date", async () => {
    await using roster = await startRoster({ clock: inSeptember() });
    const namesakes = [born(lin, "2018/11/21"), born({ ...cao, name: lin.name }, "2018/12/5").split("\n")[1]];
    await roster.handIn(registrar, namesakes.join("\n"));
    const swapped = namesakes.map((line) =>
      line!.replace(/[HB]122\d{6}/, (id) => (id === lin.nationalId ? cao.nationalId : lin.nationalId)),
    );
    expect(codes(await roster.handIn(registrar, swapped.join("\n")))).toEqual([
      "PERSON_CHANGED",
      "PERSON_CHANGED",
    ]);
  });

  it("are not asked about again when nothing was swapped", async () => {
    await using roster = await startRoster({ clock: inSeptember() });
    await roster.handIn(registrar, bornTogether(twins));
    expect(await roster.handIn(registrar, bornTogether(twins))).toMatchObject({ problems: [], changed: 0 });
    const renamed = [twins[0], { ...twins[1], name: "王小鳴" }];
    expect(await roster.handIn(registrar, bornTogether(renamed))).toMatchObject({ problems: [], changed: 1 });
  });
});

describe("a confirmed correction to a national ID that the city has already", () => {
  const renewed = { ...lin, nationalId: nationalIdOf(77) };
  const birthday = "2018/11/21";
  const onRecord = (roster: Roster) =>
    roster.rows("select id, national_id_index, person_key, left_at, arriving from student order by id");
  const correct = async (roster: Roster, sheet = born(renewed, birthday), dryRun = false) => {
    const confirmations = confirmationsOf(await roster.handIn(registrar, sheet));
    return roster.handIn(registrar, sheet, { confirmations, dryRun });
  };
  /** Its holder is a student of another school, or was. */
  const heldBy = async (holder: "a student of another school" | "somebody who has left") => {
    const roster = await startRoster({ clock: inSeptember() });
    await roster.handIn(registrar, born(lin, birthday));
    const there = { schoolCode: jinhua };
    await roster.importSheet(registrarOfJinhua, born(renewed, birthday), there);
    if (holder === "somebody who has left")
      await roster.importSheet(registrarOfJinhua, born(hua, birthday), there);
    return roster;
  };

  it("is a problem on its line, which does not tell where, and the student stays as they were", async () => {
    await using elsewhere = await heldBy("a student of another school");
    await using gone = await heldBy("somebody who has left");
    for (const roster of [elsewhere, gone]) {
      const before = await onRecord(roster);
      expect(await correct(roster, born(renewed, birthday), true)).toMatchObject({
        changed: 1,
        problems: [],
      });
      expect(await correct(roster)).toMatchObject({
        applied: false,
        changed: 0,
        left: 0,
        problems: [{ line: 2, code: "ID_TAKEN", severity: "ERROR" }],
      });
      expect(await onRecord(roster)).toEqual(before);
      const [refused] = await roster.rows<{ object: string }>(
        "select subject, object, detail from audit where act = 'student.id-refused'",
      );
      expect(refused).toMatchObject({ subject: "registrar", detail: { schoolCode: "403601" } });
    }
    expect(await correct(elsewhere)).toEqual(await correct(gone));
  });

  it("is told one line at a time, and after ten in a day no correction is carried out that day", async () => {
    await using roster = await heldBy("a student of another school");
    const two = `${born(renewed, birthday)}\n二年一班,30,${hua.name},${hua.nationalId},2018/12/01`;
    for (let tries = 0; tries < 10; tries++) expect(codes(await correct(roster, two))).toEqual(["ID_TAKEN"]);
    const { errors } = await correct(roster, born({ ...lin, nationalId: nationalIdOf(78) }, birthday));
    expect(errors).toMatchObject([{ extensions: { code: "TOO_MANY_ATTEMPTS" } }]);
    expect(await roster.handIn(registrar, born(lin, birthday))).toMatchObject({ applied: true });
  });

  it("is written down by itself where it is carried out", async () => {
    await using roster = await startRoster({ clock: inSeptember() });
    await roster.handIn(registrar, born(lin, birthday));
    const [before] = await roster.rows<{ id: string; person_key: string }>(
      "select id, person_key from student",
    );
    expect(await correct(roster)).toMatchObject({ applied: true });
    const [after] = await roster.rows<{ person_key: string }>("select person_key from student");
    const written = await roster.rows(
      "select subject, object, detail from audit where act = 'student.correct-id'",
    );
    expect(written).toEqual([
      {
        subject: "registrar",
        object: `student:${before!.id}`,
        detail: { schoolCode: "403601", from: before!.person_key, to: after!.person_key },
      },
    ]);
    await roster.handIn(registrar, born(renewed, "2018/11/22"));
    expect(await roster.rows("select 1 as one from audit where act = 'student.correct-id'")).toHaveLength(1);
  });
});
