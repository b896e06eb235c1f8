import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn } from "./given.js";
import * as operations from "./operations.js";
import { signedIn } from "./people.js";

describe("an approved request", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const statusOf = async (requestId: string): Promise<unknown> =>
    (await graph.rows<{ status: string }>("select status from request where id = ?", [requestId]))[0]?.status;

  it("becomes a binding when identity has the account", async () => {
    const { guardian, requestId, student, applicationId } = await given.boundRequest();
    const { myBindings } = dataOf(await graph.execute(signedIn(guardian), operations.myBindings));
    expect(myBindings).toMatchObject([
      {
        relationship: "FATHER",
        student: { id: student.studentId },
        request: { id: requestId, status: "BOUND" },
      },
    ]);
    const opened = (await graph.published("binding.BindingOpened")).filter(({ key }) => key === requestId);
    expect(opened.map(({ payload }) => payload)).toMatchObject([
      {
        applicationId,
        subjectId: guardian.subject,
        studentId: student.studentId,
        bindingId: myBindings[0].id,
      },
    ]);
  });

  it("becomes one binding however often identity says so", async () => {
    const { guardian, requestId } = await given.approvedRequest();
    const provisioned = { requestId, subjectId: guardian.subject, existing: false };
    const eventId = randomUUID();
    await graph.deliver("identity.AccountProvisioned", requestId, provisioned, eventId);
    await graph.deliver("identity.AccountProvisioned", requestId, provisioned, eventId);
    await graph.deliver("identity.AccountProvisioned", requestId, provisioned);
    await graph.settle();
    expect(await graph.rows("select id from binding where request_id = ?", [requestId])).toHaveLength(1);
    expect(
      (await graph.published("binding.BindingOpened")).filter(({ key }) => key === requestId),
    ).toHaveLength(1);
    const notices = dataOf(await graph.execute(guardian.viewer, operations.bindingNotices)).bindingNotices
      .edges;
    expect(notices).toHaveLength(1);
  });

  it("belongs to the account that the guardian already had, and both subjects are told", async () => {
    const { guardian, requestId } = await given.approvedRequest();
    const account = { ...guardian, subject: randomUUID() };
    account.viewer = { ...guardian.viewer, subject: account.subject };
    await graph.deliver("identity.AccountProvisioned", requestId, {
      requestId,
      subjectId: account.subject,
      existing: true,
    });
    await graph.settle();
    expect(dataOf(await graph.execute(signedIn(account), operations.myBindings)).myBindings).toHaveLength(1);
    expect(dataOf(await graph.execute(signedIn(guardian), operations.myBindings)).myBindings).toEqual([]);
    for (const viewer of [guardian.viewer, signedIn(account)]) {
      const { edges } = dataOf(await graph.execute(viewer, operations.bindingNotices)).bindingNotices;
      expect(edges.map(({ node }: { node: unknown }) => node)).toMatchObject([
        { kind: "APPROVED", request: { id: requestId } },
      ]);
    }
  });

  it("frees its slot when identity gives no account, and the guardian is told", async () => {
    const child = await given.student();
    const { guardian, requestId, teacher } = await given.approvedRequest({ student: child });
    await given.approvedRequest({ student: child });
    const third = await given.submittedRequest({ student: child });
    const refused = { requestId, subjectId: guardian.subject, code: "EMAIL_TAKEN" };
    await graph.deliver("identity.ProvisionRefused", requestId, refused);
    await graph.settle();
    expect(await statusOf(requestId)).toBe("PROVISION_FAILED");
    const failed = (await graph.published("binding.RequestProvisionFailed")).find(
      ({ key }) => key === requestId,
    );
    expect(failed?.payload).toMatchObject({ code: "EMAIL_TAKEN", studentId: child.studentId });
    const { edges } = dataOf(await graph.execute(guardian.viewer, operations.bindingNotices)).bindingNotices;
    expect(edges[0].node).toMatchObject({
      kind: "PROVISION_FAILED",
      request: { status: "PROVISION_FAILED" },
    });
    const input = { requestIds: [third.requestId] };
    expect(
      dataOf(await graph.execute(teacher, operations.approveRequests, { input })).approveRequests.results[0]
        .ok,
    ).toBe(true);
  });

  it("keeps the first of identity's answers", async () => {
    const { guardian, requestId } = await given.approvedRequest();
    const { subject: subjectId } = guardian;
    await graph.deliver("identity.ProvisionRefused", requestId, {
      requestId,
      subjectId,
      code: "EMAIL_TAKEN",
    });
    await graph.deliver("identity.AccountProvisioned", requestId, { requestId, subjectId, existing: false });
    await graph.settle();
    expect(await statusOf(requestId)).toBe("PROVISION_FAILED");
  });

  it("holds its slot while identity has not answered", async () => {
    const child = await given.student();
    await given.approvedRequest({ student: child });
    await given.approvedRequest({ student: child });
    const { requestId } = await given.submittedRequest({ student: child });
    const teacher = await given.teacherOf(child);
    const { approveRequests } = dataOf(
      await graph.execute(teacher, operations.approveRequests, { input: { requestIds: [requestId] } }),
    );
    expect(approveRequests.results[0].refusal.code).toBe("GUARDIAN_SLOTS_FULL");
  });
});
