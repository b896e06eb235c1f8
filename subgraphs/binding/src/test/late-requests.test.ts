import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { staff } from "./people.js";

const clockTo = (graph: BindingAlone, moment: string) =>
  graph.clock.advance(new Date(`${moment}+08:00`).getTime() - graph.clock.now().getTime());

const list = `query ($school: ID!, $first: Int!, $after: Cursor) {
  lateRequests(schoolCode: $school, first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

async function late(graph: BindingAlone, viewer: Viewer, page: object = {}) {
  const { edges, pageInfo } = dataOf(
    await graph.execute(viewer, list, { school: "403601", first: 20, ...page }),
  ).lateRequests;
  return { ids: edges.map(({ node }: { node: { id: string } }) => node.id), pageInfo };
}

async function approve(graph: BindingAlone, viewer: Viewer, id: string, version = 1) {
  const input = { requests: [{ id, version }] };
  const { approveRequests } = dataOf(await graph.execute(viewer, operations.approveRequests, { input }));
  const [{ ok, refusal }] = approveRequests.results;
  return ok ? "ok" : refusal.code;
}

const registrar = staff("REGISTRAR", "403601");

it("lets the registrar decide too what no teacher has for five school days: weekends, holidays and the day itself do not count", async () => {
  await using graph = await startBinding({ holidays: ["2027-03-03"] });
  // 2027-03-01 is a Monday.
  clockTo(graph, "2027-03-01T10:00:00");
  const { requestId, student } = await givenIn(graph).submittedRequest();
  const teacher = await givenIn(graph).teacherOf(student);
  const queue = async () => {
    const query = '{ registrarReview(schoolCode: "403601") { pending { id } } }';
    return dataOf(await graph.execute(registrar, query)).registrarReview;
  };
  clockTo(graph, "2027-03-09T23:59:00");
  expect((await late(graph, registrar)).ids).toEqual([]);
  expect(await queue()).toEqual([]);
  expect(await approve(graph, registrar, requestId)).toBe("HOMEROOM_DECIDES");
  clockTo(graph, "2027-03-10T00:00:00");
  expect((await late(graph, registrar)).ids).toEqual([requestId]);
  expect(await queue()).toEqual([{ pending: [{ id: requestId }] }]);
  const elsewhere = await graph.execute(staff("REGISTRAR", "333606"), list, { school: "403601", first: 1 });
  expect(codeOf(elsewhere)).toBe("FORBIDDEN");
  expect(await approve(graph, registrar, requestId)).toBe("ok");
  expect(await approve(graph, teacher, requestId)).toBe("REQUEST_ALREADY_DECIDED");
  expect((await late(graph, registrar)).ids).toEqual([]);
});

it("counts from when a request was last sent in, and lists the longest waiting first, page by page", async () => {
  await using graph = await startBinding();
  const given = givenIn(graph);
  clockTo(graph, "2027-03-01T10:00:00");
  const returned = await given.returnedRequest({ reason: "請更正" });
  const waiting = [];
  for (let count = 0; count < 3; count++) waiting.push((await given.submittedRequest()).requestId);
  clockTo(graph, "2027-03-08T10:00:00");
  const { requestId } = returned;
  dataOf(
    await graph.execute(returned.guardian.viewer, operations.resubmitRequest, {
      input: { requestId, strokes },
    }),
  );
  clockTo(graph, "2027-03-09T10:00:00");
  const first = await late(graph, registrar, { first: 2 });
  expect(first.ids).toEqual(waiting.slice(0, 2));
  expect(first.pageInfo.hasNextPage).toBe(true);
  const next = await late(graph, registrar, { first: 2, after: first.pageInfo.endCursor });
  expect(next.ids).toEqual(waiting.slice(2));
  expect(await approve(graph, registrar, requestId, 2)).toBe("HOMEROOM_DECIDES");
});
