import { randomUUID } from "node:crypto";
import { personKey } from "@campus-graph/kit/auth/crypto";
import {
  classSevenThree,
  classTwoOne,
  demoClasses,
  demoPeople,
  demoStudent,
  pendingGuardian,
} from "@campus-graph/schema/demo-city";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, keys, startBinding } from "./binding-alone.js";
import * as operations from "./operations.js";
import { staff } from "./people.js";

describe("binding's part of the demo city", () => {
  let graph: BindingAlone;
  const [twoOne, sevenThree] = [randomUUID(), randomUUID()];
  const key = (nationalId: string) => personKey(keys.ring("person"), nationalId);

  beforeAll(async () => {
    graph = await startBinding({ demoCity: true });
    await tellClass(twoOne, demoClasses.twoOne, classTwoOne, demoPeople.teacher.subjectId);
    await tellClass(sevenThree, demoClasses.sevenThree, classSevenThree, demoPeople.teacher2.subjectId);
    await graph.settle();
    for (const { payload } of await graph.published("binding.RequestApproved")) {
      const { requestId, subjectId } = payload;
      await graph.deliver("identity.AccountProvisioned", requestId, { requestId, subjectId, existing: true });
    }
    await graph.settle();
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  async function tellClass(
    classId: string,
    { schoolCode, name }: { schoolCode: string; name: string },
    students: typeof classTwoOne,
    teacher: string,
  ): Promise<void> {
    for (const { name: child, nationalId, seatNumber } of students) {
      const studentId = randomUUID();
      await graph.deliver("roster.StudentEnrolled", studentId, {
        studentId,
        classId,
        className: name,
        schoolCode,
        schoolName: "內湖",
        level: "ELEMENTARY",
        seatNumber,
        maskedName: child,
        personKey: key(nationalId),
        parentPersonKeys: child === "陳小花" ? [key(pendingGuardian.nationalId)] : [],
      });
    }
    await graph.deliver("roster.HomeroomAssigned", classId, {
      classId,
      schoolCode,
      staffSubjectId: teacher,
      from: new Date(0).toISOString(),
      until: null,
    });
  }

  const boundChildren = (subject: string) =>
    graph.rows<{ person_key: string }>(
      "select person_key from binding join student on student.id = student_id where subject_id = ?",
      [subject],
    );

  it.each([
    ["the guardian", demoPeople.guardian, ["林承佑", "林承恩"]],
    ["the other guardian", demoPeople.coguardian, ["林承佑"]],
    ["the Wu family's mother", demoPeople.wu, ["吳大貴", "吳二貴", "吳三貴"]],
    ["the newcomer", demoPeople.newcomer, []],
  ])("binds %s to their children", async (_, { subjectId }, children) => {
    const keysOfChildren = children.map((name) => key(demoStudent(name).nationalId)).sort();
    expect((await boundChildren(subjectId)).map(({ person_key }) => person_key).sort()).toEqual(
      keysOfChildren,
    );
  });

  it("leaves 陳小花's father, a recorded parent, to the teacher, and one of the Wus", async () => {
    const teacher = { ...staff("TEACHER", "403601"), subject: demoPeople.teacher.subjectId };
    const { classReview } = dataOf(await graph.execute(teacher, operations.classReview, { id: twoOne }));
    const waiting = classReview.filter(({ pending }: { pending: unknown[] }) => pending.length > 0);
    expect(waiting.map(({ dataCheck }: { dataCheck: string }) => dataCheck)).toEqual(["UNCHECKED", "MATCH"]);
  });
});
