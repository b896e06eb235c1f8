import { describe, expect, it } from "vitest";
import { jinhua, neihu, registrar, registrarOfJinhua, startRoster } from "./given.js";
import { type Child, cao, children, ge, hua, lin, sheet } from "./sheets.js";

const there = { schoolCode: jinhua };
const classes =
  "query ($code: ID!) { school(code: $code) { classes { name students { seatNumber name } } } }";

/** A student of 內湖國小, whom 金華國小 enters too; and one whom no school of the city has. */
async function bothSchools() {
  const roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin, cao]));
  return roster;
}

describe("a new student and one enrolled elsewhere", () => {
  it.each([{ dryRun: true }, { dryRun: false }])(
    "are answered alike ($dryRun: dry run)",
    async ({ dryRun }) => {
      await using roster = await bothSchools();
      const enrolled = await roster.importSheet(registrarOfJinhua, sheet([lin]), { ...there, dryRun });
      // Of the same name and seat, so that the words of the two answers can be held against each other.
      const another = { ...hua, name: lin.name, seat: lin.seat };
      const fresh = await roster.importSheet(registrarOfJinhua, sheet([another], { className: "二年二班" }), {
        ...there,
        dryRun,
      });
      const inClass = (className: string, answer: { coming: string[]; newClasses: string[] }) => {
        const unnamed = (texts: string[]) => texts.map((each) => each.replace(className, "…"));
        return { ...answer, coming: unnamed(answer.coming), newClasses: unnamed(answer.newClasses) };
      };
      expect(inClass("二年一班", enrolled)).toEqual(inClass("二年二班", fresh));
      expect(enrolled).toMatchObject({ added: 1, problems: [], applied: !dryRun });
    },
  );

  it("stand alike in the new school's class, and go on alike with its next sheets", async () => {
    await using roster = await bothSchools();
    const enrolled = { ...lin, father: "" };
    const fresh = { ...hua, name: lin.name, seat: lin.seat };
    const inClass = async (className: string, ...of: Child[]) => {
      const { added, changed, moved, left } = await roster.importSheet(
        registrarOfJinhua,
        sheet(of, { className }),
        there,
      );
      const { data } = await roster.execute(registrarOfJinhua, classes, { code: jinhua });
      const shown = data.school.classes.find(({ name }: { name: string }) => name === className);
      return { added, changed, moved, left, students: shown.students };
    };
    const seen = async (child: Child, [own, next]: [string, string], [one, other]: [Child, Child]) => [
      await inClass(own, child, one),
      await inClass(own, child, one),
      await inClass(own, { ...child, seat: 1 }, one),
      await inClass(own, { ...child, name: "林承祐", seat: 1 }, one),
      await inClass(next, { ...child, name: "林承祐", seat: 1 }, other),
      await inClass(next, other),
    ];
    const [a, b, c, d] = children(4).map((child) => ({ ...child, name: "王小甲", seat: 30 }));
    expect(await seen(enrolled, ["二年一班", "二年二班"], [a!, b!])).toEqual(
      await seen(fresh, ["三年一班", "三年二班"], [c!, d!]),
    );
  });

  it("is not taken from the school that has them, and no other subgraph hears of a second one", async () => {
    await using roster = await bothSchools();
    const before = (await roster.published("roster.StudentEnrolled")).length;
    await roster.importSheet(registrarOfJinhua, sheet([lin]), there);
    expect(
      await roster.published("roster.StudentEnrolled", "roster.StudentMoved", "roster.StudentLeft"),
    ).toHaveLength(before);
    const { data } = await roster.execute(registrar, classes, { code: neihu });
    expect(data.school.classes[0].students.map(({ name }: { name: string }) => name)).toEqual([
      lin.name,
      cao.name,
    ]);
  });
});

describe("a student whom another school has entered already", () => {
  it("arrives there, as the same student, when the school that has them lets them go", async () => {
    await using roster = await bothSchools();
    const [first] = await roster.published("roster.StudentEnrolled");
    const mother = ge.mother!;
    await roster.importSheet(registrarOfJinhua, sheet([{ ...lin, seat: 9, father: "", mother }]), there);
    await roster.importSheet(registrar, sheet([cao]));
    const events = await roster.published("roster.StudentEnrolled", "roster.StudentLeft");
    const ofLin = events.filter(({ payload }) => payload.studentId === first!.payload.studentId);
    expect(ofLin.map(({ type, payload }) => [type, payload.schoolCode])).toEqual([
      ["roster.StudentEnrolled", neihu],
      ["roster.StudentLeft", neihu],
      ["roster.StudentEnrolled", jinhua],
    ]);
    expect(ofLin[2]!.payload).toMatchObject({ seatNumber: 9, maskedName: "林O佑" });
    expect(await roster.rows("select arriving from student where masked_name = '林O佑'")).toEqual([
      { arriving: false },
    ]);
    const again = await roster.importSheet(
      registrarOfJinhua,
      sheet([{ ...lin, seat: 9, father: "", mother }]),
      there,
    );
    expect(again).toMatchObject({ added: 0, changed: 0, moved: 0, left: 0, applied: true });
  });

  it("stays who they are when that school has them by another name, until its registrar says that it is they", async () => {
    await using roster = await bothSchools();
    const onRecord = async () => ({
      student: await roster.rows(
        "select id, masked_name, school_code, person_key from student where not arriving and masked_name <> '曹O維'",
      ),
      parents: await roster.rows("select position, person_key from recorded_parent order by student_id"),
    });
    const before = await onRecord();
    const other = sheet([{ ...lin, name: "王大明", father: "" }]);
    await roster.importSheet(registrarOfJinhua, other, there);
    await roster.importSheet(registrar, sheet([cao]));
    expect(await onRecord()).toEqual(before);
    expect(await roster.published("roster.StudentEnrolled")).toHaveLength(2);
    expect(await roster.rows("select object from audit where act = 'roster.arrival-held'")).toHaveLength(1);

    const dryRun = await roster.handIn(registrarOfJinhua, other, there);
    expect(dryRun).toMatchObject({ applied: false, problems: [{ line: 2, code: "PERSON_CHANGED" }] });
    expect(await onRecord()).toEqual(before);
    expect(await roster.importSheet(registrarOfJinhua, other, there)).toMatchObject({ applied: true });
    const [enrolled] = (await roster.published("roster.StudentEnrolled")).slice(2);
    expect(enrolled!.payload).toMatchObject({ schoolCode: jinhua, maskedName: "王O明" });
    expect((await onRecord()).student).toMatchObject([{ school_code: jinhua, masked_name: "王O明" }]);
    expect(await roster.rows("select 1 as one from student where arriving")).toEqual([]);
    expect(await roster.handIn(registrarOfJinhua, other, there)).toMatchObject({ added: 0, problems: [] });
  });

  it("arrives unasked with the next sheet that has the name as it is on record", async () => {
    await using roster = await bothSchools();
    await roster.importSheet(registrarOfJinhua, sheet([{ ...lin, name: "王大明" }]), there);
    await roster.importSheet(registrar, sheet([cao]));
    expect(await roster.handIn(registrarOfJinhua, sheet([lin]), there)).toMatchObject({
      applied: true,
      problems: [],
    });
    expect(await roster.published("roster.StudentEnrolled")).toHaveLength(3);
    expect(await roster.rows("select 1 as one from student where arriving")).toEqual([]);
  });

  it("arrives at the one that entered them first where two wait", async () => {
    await using roster = await bothSchools();
    await roster.importSheet(registrarOfJinhua, sheet([lin]), there);
    const zhongzheng = "343602";
    const third = { ...registrar, roles: [{ role: "REGISTRAR" as const, schoolCode: zhongzheng }] };
    await roster.importSheet(third, sheet([lin]), { schoolCode: zhongzheng });
    await roster.importSheet(registrar, sheet([cao]));
    const where = () =>
      roster.rows("select school_code, arriving from student where masked_name = '林O佑' order by arriving");
    expect(await where()).toEqual([
      { school_code: jinhua, arriving: false },
      { school_code: zhongzheng, arriving: true },
    ]);
    await roster.importSheet(registrarOfJinhua, sheet([ge]), there);
    await roster.importSheet(registrarOfJinhua, sheet([ge]), there);
    expect(await where()).toEqual([{ school_code: zhongzheng, arriving: false }]);
  });

  it("is forgotten when that school's next sheet is without them", async () => {
    await using roster = await bothSchools();
    await roster.importSheet(registrarOfJinhua, sheet([lin, ge]), there);
    expect(await roster.importSheet(registrarOfJinhua, sheet([ge]), there)).toMatchObject({ left: 1 });
    await roster.importSheet(registrar, sheet([cao]));
    expect(await roster.published("roster.StudentEnrolled")).toHaveLength(3);
    expect(await roster.rows("select 1 as one from student where arriving")).toEqual([]);
  });

  it("is found by no guardian there before", async () => {
    await using roster = await bothSchools();
    await roster.importSheet(registrarOfJinhua, sheet([lin]), there);
    const parent = { ...registrar, subject: "parent", roles: [] };
    const input = { level: "ELEMENTARY", nationalId: lin.nationalId, schoolCode: jinhua };
    const query = "query ($input: FindStudentInput!) { findStudent(input: $input) { maskedName } }";
    expect((await roster.execute(parent, query, { input })).data.findStudent).toBeNull();
  });

  it("comes whole through twenty lettings-go and enterings at the same moment", async () => {
    await using roster = await bothSchools();
    for (let round = 0; round < 20; round++) {
      await Promise.all([
        roster.handIn(registrar, sheet([cao]), { confirmLeavers: 1 }),
        roster.importSheet(registrarOfJinhua, sheet([lin, ge]), there),
      ]);
      expect(
        await roster.rows(
          "select school_code, arriving from student where masked_name = '林O佑' and left_at is null",
        ),
      ).toEqual([{ school_code: jinhua, arriving: false }]);
      await Promise.all([
        roster.handIn(registrarOfJinhua, sheet([ge]), { ...there, confirmLeavers: 1 }),
        roster.importSheet(registrar, sheet([lin, cao])),
      ]);
      expect(
        await roster.rows(
          "select school_code, arriving from student where masked_name = '林O佑' and left_at is null",
        ),
      ).toEqual([{ school_code: neihu, arriving: false }]);
    }
  });
});
