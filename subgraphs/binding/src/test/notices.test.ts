import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { signedIn, someGuardian } from "./people.js";

describe("binding notices", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const read = async (viewer: ReturnType<typeof signedIn>, page: object = {}) =>
    dataOf(await graph.execute(viewer, operations.bindingNotices, page)).bindingNotices;

  it("reach an applicant who has no account yet, in the order of what happened", async () => {
    const { guardian, requestId, teacher } = await given.returnedRequest({ reason: "請改為母親" });
    dataOf(
      await graph.execute(guardian.viewer, operations.resubmitRequest, { input: { requestId, strokes } }),
    );
    dataOf(
      await graph.execute(teacher, operations.approveRequests, {
        input: { requests: [{ id: requestId, version: 2 }] },
      }),
    );
    const provisioned = { requestId, subjectId: guardian.subject, existing: false };
    await graph.deliver("identity.AccountProvisioned", requestId, provisioned);
    await graph.settle();
    const { edges } = await read(guardian.viewer);
    expect(edges.map(({ node }: { node: { kind: string } }) => node.kind)).toEqual(["RETURNED", "APPROVED"]);
    expect(edges[1]).toMatchObject({
      cursor: edges[1].node.cursor,
      node: { occurredAt: expect.any(String), request: { id: requestId, status: "BOUND" } },
    });
    expect((await read(signedIn(guardian))).edges).toHaveLength(2);
  });

  it("tell the reason of a return by the request as it stands", async () => {
    const { guardian } = await given.returnedRequest({ reason: "請改為母親" });
    const { edges } = await read(guardian.viewer);
    expect(edges[0].node).toMatchObject({ kind: "RETURNED", request: { returnReason: "請改為母親" } });
  });

  it("go on after a cursor that was taken while there was nothing yet", async () => {
    const guardian = someGuardian();
    const { pageInfo, edges } = await read(guardian.viewer, { last: 1 });
    expect(edges).toEqual([]);
    const { requestId } = await given.returnedRequest({ guardian });
    const later = await read(guardian.viewer, { after: pageInfo.endCursor });
    expect(later.edges).toMatchObject([{ node: { kind: "RETURNED", request: { id: requestId } } }]);
    const nothing = await read(guardian.viewer, { after: later.pageInfo.endCursor });
    expect(nothing.edges).toEqual([]);
  });

  it("are one's own: another sees none, and another's cursor is refused", async () => {
    const { guardian } = await given.returnedRequest();
    const otherGuardian = someGuardian();
    expect((await read(otherGuardian.viewer)).edges).toEqual([]);
    const { pageInfo } = await read(guardian.viewer);
    const answer = await graph.execute(otherGuardian.viewer, operations.bindingNotices, {
      after: pageInfo.endCursor,
    });
    expect(codeOf(answer)).toBe("INVALID_CURSOR");
  });

  it("say nothing about a request that the viewer may not see any more", async () => {
    const { guardian, requestId } = await given.returnedRequest();
    await graph.rows("update request set subject_id = 'somebody-else' where id = ? returning id", [
      requestId,
    ]);
    const { edges } = await read(guardian.viewer);
    expect(edges[0].node).toMatchObject({ kind: "RETURNED", request: null });
  });

  it("look up the requests of a page at once", async () => {
    const guardian = someGuardian();
    for (let count = 0; count < 3; count++) await given.returnedRequest({ guardian });
    graph.statements.length = 0;
    expect((await read(guardian.viewer)).edges).toHaveLength(3);
    expect(graph.statements.filter((sql) => sql.includes('from "binding"."request"'))).toHaveLength(1);
  });
});
