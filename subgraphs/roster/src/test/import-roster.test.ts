import { describe, expect, it } from "vitest";
import { cashier, jinhua, neihu, registrar, registrarOfJinhua, startRoster } from "./given.js";
import { cao, ge, hua, lin, sheet } from "./sheets.js";

const students =
  "query ($code: ID!) { school(code: $code) { classes { name grade students { seatNumber name maskedName } } } }";

describe("a class sheet", () => {
  it("enters a class with its students, and says so", async () => {
    await using roster = await startRoster();
    expect(await roster.importSheet(registrar, sheet([lin, cao]))).toMatchObject({
      added: 2,
      changed: 0,
      moved: 0,
      left: 0,
      problems: [],
      applied: true,
    });
    const { data } = await roster.execute(registrar, students, { code: neihu });
    expect(data.school.classes).toEqual([
      {
        name: "二年一班",
        grade: 2,
        students: [
          { seatNumber: 27, name: "林承佑", maskedName: "林O佑" },
          { seatNumber: 28, name: "曹景維", maskedName: "曹O維" },
        ],
      },
    ]);
    const events = await roster.published("roster.StudentEnrolled");
    expect(events.map(({ payload }) => payload)).toEqual([
      expect.objectContaining({
        className: "二年一班",
        schoolCode: neihu,
        schoolName: "市立內湖國小",
        level: "ELEMENTARY",
        seatNumber: 27,
        maskedName: "林O佑",
        parentPersonKeys: [expect.any(String)],
      }),
      expect.objectContaining({ maskedName: "曹O維", parentPersonKeys: [] }),
    ]);
  });

  it("changes nothing when it comes again", async () => {
    await using roster = await startRoster();
    const teacher = { name: "周佩珊", email: "teacher@campus.example" };
    await roster.importSheet(registrar, sheet([lin, ge], { teacher }));
    const before = await roster.rows("select * from outbox");
    expect(await roster.importSheet(registrar, sheet([lin, ge], { teacher }))).toMatchObject({
      added: 0,
      changed: 0,
      moved: 0,
      left: 0,
      applied: true,
    });
    expect(await roster.rows("select * from outbox")).toHaveLength(before.length);
  });

  it("tells in a dry run what it would do, and does nothing", async () => {
    await using roster = await startRoster();
    await roster.importSheet(registrar, sheet([lin, cao, ge]));
    const next = `${sheet([{ ...lin, seat: 1 }, hua])}\n二年二班,5,${ge.name},${ge.nationalId},,,,`;
    const counts = { added: 1, changed: 1, moved: 1, left: 1, problems: [] };
    expect(await roster.importSheet(registrar, next, { dryRun: true })).toMatchObject({
      ...counts,
      applied: false,
    });
    expect(
      await roster.published("roster.StudentChanged", "roster.StudentMoved", "roster.StudentLeft"),
    ).toEqual([]);
    expect(await roster.importSheet(registrar, next)).toMatchObject({ ...counts, applied: true });
    const events = await roster.published(
      "roster.StudentChanged",
      "roster.StudentMoved",
      "roster.StudentLeft",
    );
    expect(events.map(({ type }) => type).sort()).toEqual([
      "roster.StudentChanged",
      "roster.StudentLeft",
      "roster.StudentMoved",
    ]);
  });

  it("is not imported at all while one line is wrong", async () => {
    await using roster = await startRoster();
    const wrong = { ...cao, nationalId: "H122198544" };
    const answer = await roster.importSheet(registrar, sheet([lin, wrong]));
    expect(answer).toMatchObject({ added: 0, applied: false });
    expect(answer.problems).toEqual([
      {
        line: 3,
        column: "身分證號",
        code: "BAD_NATIONAL_ID",
        message: "The form or the check digit of this national ID is wrong.",
        severity: "ERROR",
        confirmation: null,
      },
    ]);
    expect(await roster.rows("select * from student")).toEqual([]);
  });

  it("leaves classes alone that it does not name", async () => {
    await using roster = await startRoster();
    await roster.importSheet(registrar, sheet([lin]));
    await roster.importSheet(registrar, sheet([cao], { className: "二年二班" }));
    expect(await roster.rows("select * from student where left_at is null")).toHaveLength(2);
  });

  it("keeps what its columns do not cover, and clears what they leave empty", async () => {
    await using roster = await startRoster();
    await roster.importSheet(registrar, sheet([lin]));
    await roster.importSheet(registrar, `班級,姓名,身分證號\n二年一班,林承祐,${lin.nationalId}`);
    expect(await roster.rows("select seat_number, masked_name from student")).toEqual([
      { seat_number: 27, masked_name: "林O祐" },
    ]);
    expect(await roster.rows("select * from recorded_parent")).toHaveLength(1);
    await roster.importSheet(
      registrar,
      `班級,座號,姓名,身分證號,父親身分證號\n二年一班,,林承祐,${lin.nationalId},`,
    );
    expect(await roster.rows("select seat_number from student")).toEqual([{ seat_number: null }]);
    expect(await roster.rows("select * from recorded_parent")).toEqual([]);
  });
});

describe("imports at the same moment", () => {
  it("enter one school's books one after the other", async () => {
    await using roster = await startRoster();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => roster.importSheet(registrar, sheet([lin, cao, ge]))),
    );
    expect(answers.map(({ added, applied }) => [added, applied]).sort()).toEqual([
      [0, true],
      [0, true],
      [0, true],
      [0, true],
      [0, true],
      [3, true],
    ]);
  });

  it("leave the connections to everybody else while they wait for their turn", async () => {
    await using roster = await startRoster();
    const waiting = () =>
      roster.rows<unknown[]>("select 1 as one from pg_locks where locktype = 'advisory' and not granted");
    const imports = await roster.running.database.em.fork().transactional(async (em) => {
      await em.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`roster of ${neihu}`]);
      const imports = Array.from({ length: 12 }, () => roster.importSheet(registrar, sheet([lin])));
      while ((await waiting()).length === 0);
      expect((await roster.execute(cashier, "{ schools { code } }")).errors).toBeUndefined();
      expect(await waiting()).toHaveLength(1);
      return imports;
    });
    const answers = await Promise.all(imports);
    expect(answers.map(({ added }) => added).sort()).toEqual([...Array(11).fill(0), 1]);
  });

  it("enrol the same new child at one of two schools, and answer both alike", async () => {
    await using roster = await startRoster();
    const [here, away] = await Promise.all([
      roster.importSheet(registrar, sheet([lin])),
      roster.importSheet(registrarOfJinhua, sheet([lin]), { schoolCode: jinhua }),
    ]);
    expect(here).toEqual(away);
    expect(await roster.published("roster.StudentEnrolled")).toHaveLength(1);
    expect(await roster.rows("select arriving from student order by arriving")).toEqual([
      { arriving: false },
      { arriving: true },
    ]);
  });
});

describe("an import is refused", () => {
  it("to everyone but the school's registrar", async () => {
    await using roster = await startRoster();
    for (const viewer of [cashier, registrarOfJinhua]) {
      const { errors } = await roster.importSheet(viewer, sheet([lin]));
      expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    }
  });

  it("when there is no sheet, or too much of it", async () => {
    await using roster = await startRoster();
    const { errors: missing } = await roster.importSheet(registrar, "");
    expect(missing).toMatchObject([{ extensions: { code: "SHEET_MISSING" } }]);
    const { errors: tooLarge } = await roster.importSheet(registrar, "班".repeat(90_000));
    expect(tooLarge).toMatchObject([{ extensions: { code: "SHEET_TOO_LARGE" } }]);
  });
});

it("keeps no national ID and no whole name in the clear", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin]));
  const tables = ["student", "recorded_parent", "outbox", "audit"];
  const dump = JSON.stringify(
    await Promise.all(tables.map((table) => roster.rows(`select * from ${table}`))),
  );
  expect(dump).toContain("林O佑");
  for (const secret of [lin.nationalId, lin.father, lin.name]) expect(dump).not.toContain(secret);
});
