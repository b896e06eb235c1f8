import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { type Guardian, signedIn, someGuardian } from "./people.js";

describe("an approved person who has an account under another login", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  /** Approved; identity has asked the account's owner. */
  async function awaitedRequest(of: Parameters<typeof given.approvedRequest>[0] = {}) {
    const approved = await given.approvedRequest(of);
    const { requestId } = approved;
    const expiresAt = new Date(graph.clock.now().getTime() + 86_400_000).toISOString();
    await graph.deliver("identity.PersonLinkOffered", requestId, { requestId, expiresAt });
    await graph.settle();
    return { ...approved, owner: someGuardian() };
  }

  const answer = async (requestId: string, owner: Guardian, code?: string) => {
    const { subject: subjectId } = owner;
    if (code) await graph.deliver("identity.ProvisionRefused", requestId, { requestId, subjectId, code });
    else
      await graph.deliver("identity.AccountProvisioned", requestId, { requestId, subjectId, existing: true });
    await graph.settle();
  };

  /** All that the applicant's token shows of one request. */
  async function shownTo({ viewer }: Guardian, requestId: string) {
    const of = [{ __typename: "BindingRequest", id: requestId }];
    const [entity] = dataOf(await graph.execute(viewer, operations.requestById, { of }))._entities;
    const { edges } = dataOf(await graph.execute(viewer, operations.bindingNotices)).bindingNotices;
    const { myApplications } = dataOf(await graph.execute(viewer, operations.myApplications));
    const cancelled = codeOf(await graph.execute(viewer, operations.cancelRequest, { id: requestId }));
    const input = { requestId, strokes };
    const resubmitted = codeOf(await graph.execute(viewer, operations.resubmitRequest, { input }));
    const { id: _, appliedAt: __, student, ...request } = entity;
    return {
      ...request,
      hasStudent: student !== null,
      inList: myApplications[0].requests[0].status,
      notices: edges.map(({ node }: { node: { kind: string; reason: unknown } }) => [node.kind, node.reason]),
      cancelled,
      resubmitted,
    };
  }

  it("looks to who applied like every approved one, and holds no slot", async () => {
    const awaited = await awaitedRequest();
    const bound = await given.boundRequest();
    expect(await shownTo(awaited.guardian, awaited.requestId)).toEqual(
      await shownTo(bound.guardian, bound.requestId),
    );
    expect(await graph.rows("select slot from request where id = ?", [awaited.requestId])).toEqual([
      { slot: null },
    ]);
  });

  it("is refused a second request for the child like every approved one", async () => {
    const codes: unknown[] = [];
    for (const { guardian, student } of [await awaitedRequest(), await given.boundRequest()]) {
      const input = {
        applicationId: await given.draft(guardian),
        match: given.match(guardian, student),
        relationship: "FATHER",
      };
      codes.push(codeOf(await graph.execute(guardian.viewer, operations.addStudent, { input })));
    }
    expect(codes).toEqual(["ALREADY_BOUND", "ALREADY_BOUND"]);
  });

  it("stands in the reviewer's grid as what it is", async () => {
    const { requestId, teacher, student } = await awaitedRequest();
    const grid = dataOf(
      await graph.execute(teacher, operations.classReview, { id: student.classId }),
    ).classReview;
    expect(grid[0].pending).toMatchObject([
      { id: requestId, status: "APPROVED", provisionRefusal: { code: "PERSON_HAS_ACCOUNT" } },
    ]);
  });

  it("is tied to the account once its owner accepts, who alone is told then", async () => {
    const { requestId, owner, guardian } = await awaitedRequest();
    const before = await shownTo(guardian, requestId);
    await answer(requestId, owner);
    expect(await shownTo(guardian, requestId)).toEqual(before);
    expect(dataOf(await graph.execute(signedIn(guardian), operations.myBindings)).myBindings).toEqual([]);
    expect(dataOf(await graph.execute(signedIn(owner), operations.myBindings)).myBindings).toMatchObject([
      { request: { id: requestId, status: "BOUND" } },
    ]);
    const { edges } = dataOf(await graph.execute(signedIn(owner), operations.bindingNotices)).bindingNotices;
    expect(edges.map(({ node }: { node: { kind: string } }) => node.kind)).toEqual(["APPROVED"]);
  });

  it.each(["PERSON_LINK_DECLINED", "PERSON_LINK_EXPIRED"])(
    "ends for who applied like a binding that was revoked, when it is %s",
    async (code) => {
      const { requestId, owner, guardian, teacher, student } = await awaitedRequest();
      await answer(requestId, owner, code);
      const shown = await shownTo(guardian, requestId);
      expect(shown).toMatchObject({
        status: "REVOKED",
        hasStudent: false,
        provisionRefusal: null,
        notices: [
          ["APPROVED", null],
          ["REVOKED", null],
        ],
        cancelled: "REQUEST_NOT_OPEN",
        resubmitted: "REQUEST_NOT_OPEN",
      });
      const grid = dataOf(
        await graph.execute(teacher, operations.classReview, { id: student.classId }),
      ).classReview;
      expect(grid[0].pending).toMatchObject([{ status: "PROVISION_FAILED", provisionRefusal: { code } }]);
      const again = await given.submittedRequest({ guardian, student });
      expect(again.requestId).not.toBe(requestId);
    },
  );

  it("comes to nothing where both slots were taken meanwhile, and the owner is told", async () => {
    const { requestId, owner, student, teacher } = await awaitedRequest();
    await given.boundRequest({ student });
    await given.boundRequest({ student });
    await answer(requestId, owner);
    expect(dataOf(await graph.execute(signedIn(owner), operations.myBindings)).myBindings).toEqual([]);
    const { edges } = dataOf(await graph.execute(signedIn(owner), operations.bindingNotices)).bindingNotices;
    expect(edges.map(({ node }: { node: { kind: string } }) => node.kind)).toEqual(["PROVISION_FAILED"]);
    const grid = dataOf(
      await graph.execute(teacher, operations.classReview, { id: student.classId }),
    ).classReview;
    expect(grid[0].pending).toMatchObject([{ provisionRefusal: { code: "GUARDIAN_SLOTS_FULL" } }]);
  });

  it("and another guardian at the same moment never make three", async () => {
    const student = await given.student();
    await given.boundRequest({ student });
    const { requestId, owner } = await awaitedRequest({ student });
    const other = await given.submittedRequest({ student });
    const teacher = await given.teacherOf(student);
    await Promise.all([
      answer(requestId, owner),
      graph.execute(teacher, operations.approveRequests, { input: { requestIds: [other.requestId] } }),
    ]);
    await graph.settle();
    const holders = await graph.rows("select slot from request where student_id = ? and slot is not null", [
      student.studentId,
    ]);
    expect(holders).toHaveLength(2);
  });
});
