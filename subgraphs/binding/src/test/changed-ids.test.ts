import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn } from "./given.js";
import * as operations from "./operations.js";
import { type Guardian, someGuardian, type staff } from "./people.js";

describe("a guardian whose national ID was corrected or renewed", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const approve = async (teacher: ReturnType<typeof staff>, input: object) => {
    const { results } = dataOf(
      await graph.execute(teacher, operations.approveRequests, { input }),
    ).approveRequests;
    return results[0].ok ? "ok" : results[0].refusal.code;
  };

  /** The same account, under the number that has taken the former one's place. */
  const renewed = (guardian: Guardian): Guardian => ({ ...guardian, personKey: someGuardian().personKey });

  const provision = async (requestId: string, guardian: Guardian, formerPersonKey: string) => {
    await graph.deliver("identity.AccountProvisioned", requestId, {
      requestId,
      subjectId: guardian.subject,
      existing: true,
      personKey: guardian.personKey,
      formerPersonKey,
    });
    await graph.settle();
  };

  it("is approved only where the reviewer confirms that it is the same person", async () => {
    const { student, requestId } = await given.submittedRequest({ loginCheck: "ID_CHANGED" });
    const teacher = await given.teacherOf(student);
    expect(await approve(teacher, { requestIds: [requestId] })).toBe("ID_CHANGE_UNCONFIRMED");
    expect(await approve(teacher, { requests: [{ id: requestId, version: 1 }] })).toBe(
      "ID_CHANGE_UNCONFIRMED",
    );
    expect(await approve(teacher, { requests: [{ id: requestId, version: 1, confirmIdChange: true }] })).toBe(
      "ok",
    );
    const [approved] = (await graph.published("binding.RequestApproved")).filter(
      ({ key }) => key === requestId,
    );
    expect(approved?.payload.idChangeConfirmed).toBe(true);
  });

  it("has nothing said for whom nothing was confirmed", async () => {
    const { requestId } = await given.approvedRequest();
    const [approved] = (await graph.published("binding.RequestApproved")).filter(
      ({ key }) => key === requestId,
    );
    expect(approved?.payload).not.toHaveProperty("idChangeConfirmed");
  });

  it("can be asked about where the account turned out to be under another number", async () => {
    const { requestId, student, teacher, guardian } = await given.approvedRequest();
    const { subject: subjectId } = guardian;
    await graph.deliver("identity.ProvisionRefused", requestId, {
      requestId,
      subjectId,
      code: "ID_CHANGE_UNCONFIRMED",
    });
    await graph.settle();
    const [row] = dataOf(
      await graph.execute(teacher, operations.classReview, { id: student.classId }),
    ).classReview;
    expect(row.pending[0]).toMatchObject({
      status: "PROVISION_FAILED",
      provisionRefusal: { code: "ID_CHANGE_UNCONFIRMED" },
    });
  });

  it("is one person under both numbers: one slot, no approval of one's own, and the check of the records", async () => {
    const before = someGuardian();
    const now = renewed(before);
    const recorded = await given.student({ parentPersonKeys: [before.personKey] });
    const bound = await given.boundRequest({ guardian: before, student: recorded });
    const second = await given.student();
    const { requestId, student } = await given.submittedRequest({
      guardian: now,
      student: second,
      loginCheck: "ID_CHANGED",
    });
    const teacher = await given.teacherOf(student);
    await approve(teacher, { requests: [{ id: requestId, version: 1, confirmIdChange: true }] });
    await provision(requestId, now, before.personKey);

    const check = async (viewer: typeof teacher, classId: string) => {
      const [row] = dataOf(await graph.execute(viewer, operations.classReview, { id: classId })).classReview;
      return row.dataCheck;
    };
    expect(await check(bound.teacher, recorded.classId)).toBe("MATCH");
    await graph.deliver("roster.StudentChanged", recorded.studentId, recorded);
    expect(await check(bound.teacher, recorded.classId)).toBe("MATCH");
    await graph.deliver("roster.StudentChanged", recorded.studentId, {
      ...recorded,
      parentPersonKeys: [now.personKey],
    });
    expect(await check(bound.teacher, recorded.classId)).toBe("MATCH");

    // Under whichever number and from whichever mailbox, the person holds one slot of the child.
    for (const personKey of [before.personKey, now.personKey]) {
      const again = await given.submittedRequest({
        guardian: { ...someGuardian(), personKey },
        student: recorded,
      });
      expect(await approve(bound.teacher, { requestIds: [again.requestId] })).toBe("ALREADY_BOUND");
    }
  });

  it("stays one person through a second renewal", async () => {
    const first = someGuardian();
    const second = renewed(first);
    const third = renewed(first);
    const { requestId } = await given.boundRequest({ guardian: first });
    await provision(requestId, second, first.personKey);
    await provision(requestId, third, second.personKey);
    const student = await given.student({ parentPersonKeys: [first.personKey, second.personKey] });
    await graph.settle();
    expect(
      await graph.rows("select parent_person_keys from student where id = ?", [student.studentId]),
    ).toEqual([{ parent_person_keys: [third.personKey, third.personKey] }]);
    expect(await graph.rows("select person_key from request where id = ?", [requestId])).toEqual([
      { person_key: third.personKey },
    ]);
  });
});
