import { describe, expect, it } from "vitest";
import { neihu, registrar, startRoster } from "./given.js";
import { cao, children, ge, hua, lin, sheet } from "./sheets.js";

describe("an import can be undone", () => {
  const books =
    "select class_id, seat_number, national_id_index from student where left_at is null order by national_id_index";
  const parents =
    "select student_id, position, person_key from recorded_parent order by student_id, position";

  it("by the sheet of before, which the answer holds when it is asked for", async () => {
    await using roster = await startRoster();
    const whole = children(30);
    await roster.importSheet(registrar, sheet([lin, cao, ge]));
    await roster.importSheet(registrar, sheet(whole, { className: "二年二班" }));
    const before = [await roster.rows(books), await roster.rows(parents)];

    // 曹景維 leaves, 葛子墨 loses a parent and changes the seat, one comes from the other class, 花語妍 is new.
    const changed = [
      lin,
      { seat: 5, name: ge.name, nationalId: ge.nationalId },
      { ...whole[0]!, seat: 9 },
      hua,
    ];
    const done = await roster.importSheet(registrar, sheet(changed), { confirmLeavers: 1, keepBefore: true });
    expect(done).toMatchObject({ added: 1, changed: 1, moved: 1, left: 1, applied: true });
    expect(done.before.split("\r\n")[0]).toContain("身分證號");

    const plan = await roster.importSheet(registrar, done.before, { dryRun: true });
    expect(plan).toMatchObject({ added: 1, changed: 1, moved: 1, left: 1, applied: false, before: null });
    const undone = await roster.importSheet(registrar, done.before, { confirmLeavers: 1 });
    expect(undone).toMatchObject({ applied: true, before: null });
    // Who had come has left; all else is as it was.
    expect([await roster.rows(books), await roster.rows(parents)]).toEqual(before);
  });

  it("with the classes that it made, which end and may come again", async () => {
    await using roster = await startRoster();
    const query = "query ($code: ID!) { school(code: $code) { classes { id name students { id } } } }";
    const classes = async (): Promise<{ id: string; name: string }[]> =>
      (await roster.execute(registrar, query, { code: neihu })).data!.school.classes;
    await roster.importSheet(registrar, sheet([lin, cao]));
    const before = [await classes(), await roster.rows(books)];

    const [, ...ninth] = sheet([cao, ge], { className: "二年九班" }).split("\n");
    const both = [sheet([lin]), ...ninth].join("\n");
    const done = await roster.importSheet(registrar, both, { keepBefore: true });
    expect(done).toMatchObject({
      applied: true,
      newClasses: ["二年九班"],
      endingClasses: [],
      added: 1,
      moved: 1,
    });
    expect((await classes()).map(({ name }) => name)).toEqual(["二年一班", "二年九班"]);

    const undo = { removeClasses: done.newClasses };
    const plan = await roster.handIn(registrar, done.before, { ...undo, dryRun: true });
    expect(plan).toMatchObject({
      endingClasses: ["二年九班"],
      moved: 1,
      left: 1,
      leaving: ["二年九班 seat 29, 葛O墨"],
    });
    expect(plan.problems).toMatchObject([{ code: "LEAVERS_UNCONFIRMED" }]);
    const undone = await roster.importSheet(registrar, done.before, { ...undo, confirmLeavers: 1 });
    expect(undone).toMatchObject({ applied: true, endingClasses: ["二年九班"] });
    expect([await classes(), await roster.rows(books)]).toEqual(before);

    const again = await roster.importSheet(registrar, both);
    expect(again).toMatchObject({ applied: true, newClasses: ["二年九班"] });
    expect((await classes()).map(({ name }) => name)).toEqual(["二年一班", "二年九班"]);
  });

  it("also where it made a class and nothing else, whose teacher loses the homeroom", async () => {
    await using roster = await startRoster();
    const done = await roster.importSheet(registrar, sheet([lin]), { keepBefore: true });
    expect(done).toMatchObject({ newClasses: ["二年一班"] });
    const options = { removeClasses: done.newClasses, confirmLeavers: 1 };
    expect(await roster.importSheet(registrar, done.before, options)).toMatchObject({
      applied: true,
      left: 1,
    });
    expect(await roster.rows("select 1 from school_class where removed_at is null")).toEqual([]);
    expect(await roster.rows("select 1 from homeroom where until is null")).toEqual([]);
    expect((await roster.importSheet(registrar, done.before)).problems).toMatchObject([
      { code: "EMPTY_SHEET" },
    ]);
  });

  it("and ends no class that the sheet names, or that another school has", async () => {
    await using roster = await startRoster();
    await roster.importSheet(registrar, sheet([lin]));
    const kept = await roster.importSheet(registrar, sheet([lin]), {
      removeClasses: ["二年1班", "三年五班"],
    });
    expect(kept).toMatchObject({ applied: true, endingClasses: [], left: 0 });
    expect(await roster.rows("select 1 from school_class where removed_at is null")).toHaveLength(1);
  });

  it("and tells beforehand who comes and of whom what changes", async () => {
    await using roster = await startRoster();
    await roster.importSheet(registrar, sheet([lin]));
    const plan = await roster.importSheet(registrar, sheet([{ ...lin, seat: 1, name: "林承宥" }, cao]), {
      dryRun: true,
    });
    expect(plan.coming).toEqual(["line 3, 曹O維: 二年一班 seat 28"]);
    expect(plan.changing).toEqual(["line 2, 林O佑: 座號, 姓名"]);
  });

  it("writes down that national IDs were handed out, and does it for no one who did not ask", async () => {
    await using roster = await startRoster();
    expect((await roster.importSheet(registrar, sheet([lin]))).before).toBeNull();
    await roster.importSheet(registrar, sheet([lin, cao]), { keepBefore: true });
    const reported = await roster.rows(
      "select detail from audit where act = 'roster.import' order by occurred_at",
    );
    expect((reported as { detail: { toldBefore?: true } }[]).map(({ detail }) => detail.toldBefore)).toEqual([
      undefined,
      true,
    ]);
  });
});
