import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn } from "./given.js";
import * as operations from "./operations.js";
import { someGuardian, staff } from "./people.js";

describe("the class grid", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const gridOf = async (viewer: ReturnType<typeof staff>, id: string) =>
    dataOf(await graph.execute(viewer, operations.classReview, { id })).classReview;

  it("shows every student by seat, with who is bound and who waits", async () => {
    const classId = randomUUID();
    const [last, first] = [
      await given.student({ classId, seatNumber: 36 }),
      await given.student({ classId, seatNumber: 27 }),
    ];
    const bound = await given.boundRequest({ student: first });
    const waiting = await given.submittedRequest({ student: last });
    const grid = await gridOf(bound.teacher, classId);
    expect(grid).toMatchObject([
      {
        student: { id: first.studentId },
        bindings: [{ relationship: "FATHER", request: { id: bound.requestId, status: "BOUND" } }],
        pending: [],
      },
      {
        student: { id: last.studentId },
        bindings: [],
        pending: [{ id: waiting.requestId, status: "PENDING", appliedAt: expect.any(String) }],
      },
    ]);
  });

  it("follows the roster: a changed seat, a move, a leaver", async () => {
    const classId = randomUUID();
    const stays = await given.student({ classId, seatNumber: 1 });
    const moves = await given.student({ classId, seatNumber: 2 });
    const leaves = await given.student({ classId, seatNumber: 3 });
    const teacher = await given.teacherOf(stays);
    await graph.deliver("roster.StudentChanged", stays.studentId, { ...stays, seatNumber: 9 });
    await graph.deliver("roster.StudentMoved", moves.studentId, {
      ...moves,
      classId: randomUUID(),
      fromClassId: classId,
    });
    await graph.deliver("roster.StudentLeft", leaves.studentId, leaves);
    await graph.settle();
    expect(await gridOf(teacher, classId)).toMatchObject([{ student: { id: stays.studentId } }]);
  });

  it.each([
    ["MATCH", "is a recorded parent", [true], true],
    ["MISMATCH", "is not among the recorded parents", [false], true],
    ["UNCHECKED", "meets a school that records no parent", [true], false],
    ["MISMATCH", "waits beside a stranger", [true, false], true],
    ["UNCHECKED", "is yet to apply", [], true],
  ])("says %s when the guardian %s", async (verdict, _, areParents, isRecorded) => {
    const guardians = areParents.map((isParent) => ({ isParent, guardian: someGuardian() }));
    const parents = guardians.filter(({ isParent }) => isParent).map(({ guardian }) => guardian.personKey);
    const parentPersonKeys = isRecorded ? [...parents, someGuardian().personKey] : [];
    const child = await given.student({ parentPersonKeys });
    for (const { guardian } of guardians) await given.submittedRequest({ guardian, student: child });
    const teacher = await given.teacherOf(child);
    expect((await gridOf(teacher, child.classId))[0].dataCheck).toBe(verdict);
  });

  it("keeps its verdict about those already bound", async () => {
    const guardian = someGuardian();
    const child = await given.student({ parentPersonKeys: [guardian.personKey] });
    const { teacher } = await given.boundRequest({ guardian, student: child });
    expect((await gridOf(teacher, child.classId))[0].dataCheck).toBe("MATCH");
  });

  it("is the school's registrar's to read", async () => {
    const { student, requestId } = await given.submittedRequest();
    const registrar = staff("REGISTRAR", student.schoolCode);
    expect(await gridOf(registrar, student.classId)).toMatchObject([{ pending: [{ id: requestId }] }]);
  });

  it("is empty for another class, another school and a class that does not exist, all alike", async () => {
    const { student } = await given.submittedRequest();
    const { classId } = student;
    const elsewhere = await given.teacherOf(await given.student());
    expect(await gridOf(elsewhere, classId)).toEqual([]);
    expect(await gridOf(staff("REGISTRAR", "403501"), classId)).toEqual([]);
    expect(await gridOf(elsewhere, "nowhere")).toEqual([]);
  });

  it("asks the database as often for thirty rows as for one", async () => {
    const counts: number[] = [];
    for (const size of [1, 30]) {
      const classId = randomUUID();
      const students = await Promise.all(
        Array.from({ length: size }, (_, seat) => given.student({ classId, seatNumber: seat + 1 })),
      );
      for (const student of students.slice(0, 3)) await given.submittedRequest({ student });
      const { teacher } = await given.boundRequest({ student: students[0]! });
      graph.statements.length = 0;
      expect(await gridOf(teacher, classId)).toHaveLength(size);
      counts.push(
        graph.statements.filter((sql) => /\b(class_id|student_id|"request"|homeroom)\b/.test(sql)).length,
      );
    }
    expect(counts[0]).toBeGreaterThan(2);
    expect(counts[1]).toBe(counts[0]);
  });
});
