import { randomUUID } from "node:crypto";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { expect, it } from "vitest";
import { dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { staff } from "./people.js";

const list = `query ($after: Cursor) { reviewNotices(after: $after, first: 100) {
  edges { node { classId } } pageInfo { endCursor } } }`;

/** What is new to somebody since they last looked: the class of each notice. */
function readerOf(graph: BindingAlone, viewer: Viewer) {
  let after: string | null = null;
  return async (): Promise<string[]> => {
    await graph.settle();
    const { edges, pageInfo } = dataOf(await graph.execute(viewer, list, { after })).reviewNotices;
    after = pageInfo.endCursor;
    return edges.map(({ node }: { node: { classId: string } }) => node.classId);
  };
}

it("tells a class's homeroom teacher that it is theirs and of each step of its requests, by the class's id alone, and no other teacher", async () => {
  await using graph = await startBinding();
  const given = givenIn(graph);
  const student = await given.student();
  const teacher = await given.teacherOf(student);
  const [news, elsewhere] = [
    readerOf(graph, teacher),
    readerOf(graph, await given.teacherOf(await given.student())),
  ];
  const { classId } = student;
  // That the class became theirs.
  expect(await news()).toEqual([classId]);
  await elsewhere();
  const { requestId, guardian } = await given.submittedRequest({ student });
  expect(await news()).toEqual([classId]);
  const decide = async (operation: string, input: object, viewer = teacher) =>
    dataOf(await graph.execute(viewer, operation, { input }));
  await decide(operations.returnRequest, { requestId, reason: "請更正" });
  expect(await news()).toEqual([classId]);
  await decide(operations.resubmitRequest, { requestId, strokes }, guardian.viewer);
  expect(await news()).toEqual([classId]);
  await decide(operations.approveRequests, { requests: [{ id: requestId, version: 2 }] });
  expect(await news()).toEqual([classId]);
  await graph.deliver("identity.AccountProvisioned", requestId, {
    requestId,
    subjectId: guardian.subject,
    existing: false,
  });
  expect(await news()).toEqual([classId]);
  const second = await given.submittedRequest({ student: await given.student({ classId }) });
  dataOf(await graph.execute(second.guardian.viewer, operations.cancelRequest, { id: second.requestId }));
  expect((await news()).length).toBeGreaterThan(0);
  expect(await elsewhere()).toEqual([]);
});

it("tells a deputy while they stand in, of the end too, and nothing after it", async () => {
  await using graph = await startBinding();
  const given = givenIn(graph);
  const student = await given.student();
  const { classId, schoolCode } = student;
  const deputy = staff("TEACHER", schoolCode);
  const news = readerOf(graph, deputy);
  const at = (hours: number) => new Date(graph.clock.now().getTime() + hours * 3_600_000).toISOString();
  const facts = { deputyId: randomUUID(), classId, schoolCode, subjectId: deputy.subject! };
  const from = at(-1);
  await graph.deliver("roster.DeputyAssigned", classId, { ...facts, from, until: at(24) });
  await given.submittedRequest({ student });
  expect(await news()).toEqual([classId, classId]);
  await graph.deliver("roster.DeputyEnded", classId, { ...facts, from, until: at(0) });
  expect(await news()).toEqual([classId]);
  await given.submittedRequest({ student });
  expect(await news()).toEqual([]);
});
