import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { signedIn } from "./people.js";

describe("an approval that led to no account", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  async function failedRequest() {
    const approved = await given.approvedRequest();
    const { requestId, guardian } = approved;
    const refused = { requestId, subjectId: guardian.subject, code: "EMAIL_TAKEN" };
    await graph.deliver("identity.ProvisionRefused", requestId, refused);
    await graph.settle();
    return approved;
  }

  const rowOf = async ({ teacher, student }: Awaited<ReturnType<typeof failedRequest>>) =>
    dataOf(await graph.execute(teacher, operations.classReview, { id: student.classId })).classReview[0];

  it("stands in the grid with its reason, which only the reviewer is told", async () => {
    const failed = await failedRequest();
    expect((await rowOf(failed)).pending).toMatchObject([
      { id: failed.requestId, status: "PROVISION_FAILED", provisionRefusal: { code: "EMAIL_TAKEN" } },
    ]);
    const of = [{ __typename: "BindingRequest", id: failed.requestId }];
    const [own] = dataOf(
      await graph.execute(failed.guardian.viewer, operations.requestById, { of }),
    )._entities;
    expect(own).toMatchObject({ status: "PROVISION_FAILED", provisionRefusal: null });
  });

  it("is mended by its guardian, with another address, and approved in its new version", async () => {
    const failed = await failedRequest();
    const { guardian, requestId, applicationId, teacher } = failed;
    const declaration = given.declaration(guardian, applicationId);
    const input = { requestId, declaration, strokes };
    const { resubmitRequest } = dataOf(
      await graph.execute(guardian.viewer, operations.resubmitRequest, { input }),
    );
    expect(resubmitRequest).toMatchObject({ status: "PENDING", version: 2 });
    expect((await rowOf(failed)).pending).toMatchObject([{ status: "PENDING", provisionRefusal: null }]);
    const requests = { requests: [{ id: requestId, version: 2 }] };
    const approved = dataOf(await graph.execute(teacher, operations.approveRequests, { input: requests }));
    expect(approved.approveRequests.results[0].ok).toBe(true);
    const provisioned = { requestId, subjectId: guardian.subject, existing: false };
    await graph.deliver("identity.AccountProvisioned", requestId, provisioned);
    await graph.settle();
    expect(dataOf(await graph.execute(signedIn(guardian), operations.myBindings)).myBindings).toHaveLength(1);
  });

  it("can be taken back, and is then in nobody's grid", async () => {
    const failed = await failedRequest();
    const cancelled = await graph.execute(failed.guardian.viewer, operations.cancelRequest, {
      id: failed.requestId,
    });
    expect(dataOf(cancelled).cancelRequest.status).toBe("CANCELLED");
    expect((await rowOf(failed)).pending).toEqual([]);
  });

  it("gives way to another request of the same person, and is not sent in beside it", async () => {
    const failed = await failedRequest();
    const { guardian, student, requestId } = failed;
    const again = await given.submittedRequest({ guardian, student });
    expect((await rowOf(failed)).pending.map(({ id }: { id: string }) => id)).toEqual([again.requestId]);
    const answer = await graph.execute(guardian.viewer, operations.resubmitRequest, {
      input: { requestId, strokes },
    });
    expect(codeOf(answer)).toBe("STUDENT_ALREADY_REQUESTED");
  });
});

describe("the notice of a return", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it("tells the reason as it was, whatever came after", async () => {
    const { guardian, requestId, teacher } = await given.returnedRequest({ reason: "關係有誤" });
    dataOf(
      await graph.execute(guardian.viewer, operations.resubmitRequest, { input: { requestId, strokes } }),
    );
    dataOf(
      await graph.execute(teacher, operations.returnRequest, { input: { requestId, reason: "信箱有誤" } }),
    );
    dataOf(
      await graph.execute(guardian.viewer, operations.resubmitRequest, { input: { requestId, strokes } }),
    );
    await graph.settle();
    const { edges } = dataOf(await graph.execute(guardian.viewer, operations.bindingNotices)).bindingNotices;
    expect(
      edges.map(({ node }: { node: { kind: string; reason: string } }) => [node.kind, node.reason]),
    ).toEqual([
      ["RETURNED", "關係有誤"],
      ["RETURNED", "信箱有誤"],
    ]);
  });

  it("tells none where it is no return", async () => {
    const { guardian } = await given.boundRequest();
    const { edges } = dataOf(await graph.execute(guardian.viewer, operations.bindingNotices)).bindingNotices;
    expect(edges.map(({ node }: { node: { reason: unknown } }) => node.reason)).toEqual([null]);
  });
});
