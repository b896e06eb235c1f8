import { describe, expect, it } from "vitest";
import { registrar, startRoster } from "./given.js";
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
