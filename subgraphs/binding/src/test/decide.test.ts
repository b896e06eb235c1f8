import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { someGuardian, staff } from "./people.js";

interface Result {
  requestId: string;
  ok: boolean;
  refusal: { code: string; message: string } | null;
}

describe("a teacher's decision", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const approve = async (teacher: ReturnType<typeof staff>, requestIds: string[]): Promise<Result[]> =>
    dataOf(await graph.execute(teacher, operations.approveRequests, { input: { requestIds } }))
      .approveRequests.results;

  it("approves in bulk, each row on its own", async () => {
    const first = await given.submittedRequest();
    const second = await given.submittedRequest({
      student: await given.student({ classId: first.student.classId }),
    });
    const elsewhere = await given.submittedRequest();
    const teacher = await given.teacherOf(first.student);
    const unknown = randomUUID();
    const ids = [first.requestId, elsewhere.requestId, unknown, "nonsense", second.requestId];
    const results = await approve(teacher, ids);
    expect(results.map(({ requestId }) => requestId)).toEqual(ids);
    expect(results.map(({ ok, refusal }) => (ok ? "ok" : refusal?.code))).toEqual([
      "ok",
      "NOT_FOUND",
      "NOT_FOUND",
      "NOT_FOUND",
      "ok",
    ]);
    const approvals = (await graph.published("binding.RequestApproved")).map(({ key }) => key);
    expect(approvals.filter((key) => ids.includes(key))).toEqual([first.requestId, second.requestId]);
  });

  it("is never about oneself: another must decide a teacher's own request", async () => {
    const { requestId, student, guardian } = await given.submittedRequest();
    const assigned = await given.teacherOf(student);
    const own = { ...assigned, subject: guardian.subject };
    await graph.deliver("roster.HomeroomAssigned", student.classId, {
      classId: student.classId,
      schoolCode: student.schoolCode,
      staffSubjectId: own.subject,
      from: new Date(graph.clock.now().getTime() - 1_000).toISOString(),
      until: null,
    });
    const [refused] = await approve(own, [requestId]);
    expect(refused?.refusal?.code).toBe("OWN_REQUEST");
    const again = await given.submittedRequest({
      guardian: { ...someGuardian(), personKey: guardian.personKey },
      student,
    });
    const [samePerson] = await approve(own, [again.requestId]);
    expect(samePerson?.refusal?.code).toBe("OWN_REQUEST");
    expect((await approve(assigned, [requestId]))[0]).toMatchObject({ ok: true });
  });

  it("comes to nothing when the guardian's account turns out to be the teacher's own", async () => {
    const { requestId, teacher } = await given.approvedRequest();
    await graph.deliver("identity.AccountProvisioned", requestId, {
      requestId,
      subjectId: teacher.subject!,
      existing: true,
    });
    await graph.settle();
    const failed = (await graph.published("binding.RequestProvisionFailed")).find(
      ({ key }) => key === requestId,
    );
    expect(failed?.payload).toMatchObject({ requestId, code: "OWN_REQUEST" });
    expect((await graph.published("binding.BindingOpened")).filter(({ key }) => key === requestId)).toEqual(
      [],
    );
  });

  it("is the first of two that come at once; the other is told that it is done", async () => {
    const { requestId, student } = await given.submittedRequest();
    const teachers = [await given.teacherOf(student), await given.teacherOf(student)];
    const results = (await Promise.all(teachers.map((teacher) => approve(teacher, [requestId])))).flat();
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)?.refusal).toEqual({
      code: "REQUEST_ALREADY_DECIDED",
      message: "This request was already dealt with. Reload the list to see its state.",
    });
    const approvals = (await graph.published("binding.RequestApproved")).filter(
      ({ key }) => key === requestId,
    );
    expect(approvals).toHaveLength(1);
  });

  it("approves for one teacher what another returns at the same moment, or the other way round", async () => {
    const { requestId, student } = await given.submittedRequest();
    const [one, other] = [await given.teacherOf(student), await given.teacherOf(student)];
    const [[approval], returned] = await Promise.all([
      approve(one, [requestId]),
      graph.execute(other, operations.returnRequest, { input: { requestId, reason: "關係有誤" } }),
    ]);
    const outcomes = [approval!.refusal?.code, codeOf(returned)];
    expect(outcomes.filter((code) => code === undefined)).toHaveLength(1);
    expect(outcomes).toContain("REQUEST_ALREADY_DECIDED");
  });

  it("gives two of three guardians at once the student's two slots, and refuses the third", async () => {
    const child = await given.student();
    const requests = [
      await given.submittedRequest({ student: child }),
      await given.submittedRequest({ student: child }),
      await given.submittedRequest({ student: child }),
    ];
    const teachers = await Promise.all(requests.map(() => given.teacherOf(child)));
    const results = (
      await Promise.all(requests.map(({ requestId }, at) => approve(teachers[at]!, [requestId])))
    ).flat();
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    expect(results.find(({ ok }) => !ok)?.refusal?.code).toBe("GUARDIAN_SLOTS_FULL");
    const slots = await graph.rows<{ slot: number }>(
      "select slot from request where student_id = ? and slot is not null order by slot",
      [child.studentId],
    );
    expect(slots.map(({ slot }) => slot)).toEqual([1, 2]);
  });

  it("never gives one person both slots of a student", async () => {
    const child = await given.student();
    const guardian = someGuardian();
    await given.boundRequest({ guardian, student: child });
    const again = { ...someGuardian(), personKey: guardian.personKey };
    const { requestId } = await given.submittedRequest({ guardian: again, student: child });
    const [result] = await approve(await given.teacherOf(child), [requestId]);
    expect(result?.refusal?.code).toBe("ALREADY_BOUND");
  });

  it("refuses an address that signs in another person, and leaves the request waiting", async () => {
    const { requestId, student } = await given.submittedRequest({ loginCheck: "TAKEN" });
    const teacher = await given.teacherOf(student);
    const [result] = await approve(teacher, [requestId]);
    expect(result?.refusal?.code).toBe("EMAIL_TAKEN");
    const returned = await graph.execute(teacher, operations.returnRequest, {
      input: { requestId, reason: "請換信箱" },
    });
    expect(dataOf(returned).returnRequest.status).toBe("RETURNED");
  });

  it("hears from identity that a login was taken after it was declared", async () => {
    const { requestId, student } = await given.submittedRequest();
    await graph.deliver("identity.LoginTaken", requestId, { requestId });
    await graph.settle();
    const [result] = await approve(await given.teacherOf(student), [requestId]);
    expect(result?.refusal?.code).toBe("EMAIL_TAKEN");
  });

  it("lets what was said of the login of one version not hold against the next", async () => {
    const { requestId, teacher, guardian } = await given.returnedRequest();
    dataOf(
      await graph.execute(guardian.viewer, operations.resubmitRequest, { input: { requestId, strokes } }),
    );
    const approveSecond = async () => {
      const input = { requests: [{ id: requestId, version: 2 }] };
      const [result] = dataOf(await graph.execute(teacher, operations.approveRequests, { input }))
        .approveRequests.results;
      return result.ok ? "ok" : result.refusal.code;
    };
    await graph.deliver("identity.LoginTaken", requestId, { requestId, version: 2 });
    await graph.settle();
    expect(await approveSecond()).toBe("EMAIL_TAKEN");
    await graph.rows("update request set login_check = 'FREE' where id = ? returning 1", [requestId]);
    // Late: one that names its version, and one of before they did.
    for (const late of [{ requestId, version: 1 }, { requestId }])
      await graph.deliver("identity.LoginTaken", requestId, late);
    await graph.settle();
    expect(await approveSecond()).toBe("ok");
  });

  it("holds for one person whatever else the applicant declares and does not send in", async () => {
    const { requestId, student, guardian, applicationId } = await given.submittedRequest({
      loginCheck: "TAKEN",
    });
    const { subject: subjectId, personKey } = guardian;
    const declared = { subjectId, applicationId, personKey, loginCheck: "FREE" } as const;
    await graph.deliver("identity.GuardianDeclared", applicationId, declared);
    await graph.settle();
    const [result] = await approve(await given.teacherOf(student), [requestId]);
    expect(result?.refusal?.code).toBe("EMAIL_TAKEN");
  });

  it("is never for a guardian of themselves", async () => {
    const { requestId, student, guardian } = await given.submittedRequest();
    const teacher = await given.teacherOf(student);
    await graph.deliver("roster.StudentChanged", student.studentId, {
      ...student,
      personKey: guardian.personKey,
    });
    await graph.settle();
    expect((await approve(teacher, [requestId]))[0]?.refusal?.code).toBe("GUARDIAN_IS_STUDENT");
  });

  it.each(["", "   ", "長".repeat(501)])(
    "returns nothing without a readable reason: “%.5s”",
    async (reason) => {
      const { requestId, student } = await given.submittedRequest();
      const teacher = await given.teacherOf(student);
      const answer = await graph.execute(teacher, operations.returnRequest, { input: { requestId, reason } });
      expect(codeOf(answer)).toBe("RETURN_REASON_REQUIRED");
    },
  );

  it("belongs to the homeroom teacher that the roster names, at their school, while it lasts", async () => {
    const { requestId, student } = await given.submittedRequest();
    const { classId, schoolCode } = student;
    const otherTeacher = staff("TEACHER", schoolCode);
    const teacher = await given.teacherOf(student);
    const moved = { ...teacher, roles: [{ role: "TEACHER" as const, schoolCode: "403501" }] };
    const former = await given.teacherOf(student);
    const [from, until] = [
      new Date(0).toISOString(),
      new Date(graph.clock.now().getTime() - 1).toISOString(),
    ];
    await graph.deliver("roster.HomeroomAssigned", classId, {
      classId,
      schoolCode,
      staffSubjectId: former.subject!,
      from,
      until,
    });
    await graph.settle();
    for (const viewer of [otherTeacher, moved, former])
      expect((await approve(viewer, [requestId]))[0]?.refusal?.code).toBe("NOT_FOUND");
    expect((await approve(teacher, [requestId]))[0]?.ok).toBe(true);
  });

  it("is the new teacher's once the student has moved to another class", async () => {
    const { requestId, student } = await given.submittedRequest();
    const former = await given.teacherOf(student);
    const moved = { ...student, classId: randomUUID(), fromClassId: student.classId };
    await graph.deliver("roster.StudentMoved", student.studentId, moved);
    const next = await given.teacherOf(moved);
    expect((await approve(former, [requestId]))[0]?.refusal?.code).toBe("NOT_FOUND");
    expect((await approve(next, [requestId]))[0]?.ok).toBe(true);
    const approved = (await graph.published("binding.RequestApproved")).find(({ key }) => key === requestId);
    expect(approved?.payload.classId).toBe(moved.classId);
  });

  it("leaves a row in the audit", async () => {
    const { requestId, teacher } = await given.approvedRequest();
    const rows = await graph.rows(
      "select subject, act, detail from audit where object = ? order by occurred_at",
      [`request:${requestId}`],
    );
    expect(rows).toEqual([
      { subject: teacher.subject, act: "request.approve", detail: { slot: 1, version: 1 } },
    ]);
  });

  it("takes at most a hundred at once", async () => {
    const teacher = staff("TEACHER", "403601");
    const requestIds = Array.from({ length: 101 }, () => randomUUID());
    expect(codeOf(await graph.execute(teacher, operations.approveRequests, { input: { requestIds } }))).toBe(
      "BAD_INPUT",
    );
  });
});
