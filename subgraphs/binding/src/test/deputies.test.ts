import { randomUUID } from "node:crypto";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import type { CampusEvents } from "@campus-graph/schema/events";
import { expect, it } from "vitest";
import { dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn } from "./given.js";
import * as operations from "./operations.js";
import { staff } from "./people.js";

const hourMs = 3_600_000;

type Student = CampusEvents["roster.StudentEnrolled"];

/** Roster lets a teacher stand in, from so many hours from now until so many. */
async function givenDeputy(
  graph: BindingAlone,
  { classId, schoolCode }: Student,
  { from, until, deputy = staff("TEACHER", schoolCode) }: { from: number; until: number; deputy?: Viewer },
) {
  const at = (hours: number) => new Date(graph.clock.now().getTime() + hours * hourMs).toISOString();
  const facts = { deputyId: randomUUID(), classId, schoolCode, subjectId: deputy.subject! };
  await graph.deliver("roster.DeputyAssigned", classId, { ...facts, from: at(from), until: at(until) });
  const endNow = () =>
    graph.deliver("roster.DeputyEnded", classId, { ...facts, from: at(from), until: at(0) });
  return { deputy, endNow };
}

const gridOf = async (graph: BindingAlone, viewer: Viewer, id: string) =>
  dataOf(await graph.execute(viewer, operations.classReview, { id })).classReview;

/** What each of these requests came to. */
async function approve(graph: BindingAlone, viewer: Viewer, ...requestIds: string[]) {
  const { approveRequests } = dataOf(
    await graph.execute(viewer, operations.approveRequests, { input: { requestIds } }),
  );
  return approveRequests.results.map(({ ok, refusal }: { ok: boolean; refusal: { code: string } | null }) =>
    ok ? "ok" : refusal?.code,
  );
}

it("lets a deputy see and decide the class's requests, beside its homeroom teacher, only while they stand in", async () => {
  await using graph = await startBinding();
  const given = givenIn(graph);
  const requests = [await given.submittedRequest()];
  const { student } = requests[0]!;
  while (requests.length < 4)
    requests.push(
      await given.submittedRequest({ student: await given.student({ classId: student.classId }) }),
    );
  const [first, second, third, fourth] = requests.map(({ requestId }) => requestId) as [
    string,
    string,
    string,
    string,
  ];
  const teacher = await given.teacherOf(student);
  const { deputy } = await givenDeputy(graph, student, { from: 1, until: 25 });
  expect(await gridOf(graph, deputy, student.classId)).toEqual([]);
  expect(await approve(graph, deputy, first)).toEqual(["NOT_FOUND"]);
  graph.clock.advance(2 * hourMs);
  expect(await gridOf(graph, deputy, student.classId)).toHaveLength(4);
  expect(await approve(graph, deputy, first)).toEqual(["ok"]);
  expect(await approve(graph, teacher, second)).toEqual(["ok"]);
  const input = { requestId: third, reason: "請更正手機號碼" };
  expect(dataOf(await graph.execute(deputy, operations.returnRequest, { input })).returnRequest.status).toBe(
    "RETURNED",
  );
  graph.clock.advance(24 * hourMs);
  expect(await gridOf(graph, deputy, student.classId)).toEqual([]);
  expect(await approve(graph, deputy, fourth)).toEqual(["NOT_FOUND"]);
  expect(await gridOf(graph, teacher, student.classId)).toHaveLength(4);
});

it("takes the class from a deputy who is ended early, and from one who is no teacher of that school any more", async () => {
  await using graph = await startBinding();
  const { requestId, student } = await givenIn(graph).submittedRequest();
  const { deputy, endNow } = await givenDeputy(graph, student, { from: -1, until: 24 });
  const elsewhere: Viewer = { ...deputy, roles: [{ role: "TEACHER", schoolCode: "333606" }] };
  expect(await gridOf(graph, elsewhere, student.classId)).toEqual([]);
  expect(await gridOf(graph, deputy, student.classId)).toHaveLength(1);
  await endNow();
  expect(await gridOf(graph, deputy, student.classId)).toEqual([]);
  expect(await approve(graph, deputy, requestId)).toEqual(["NOT_FOUND"]);
});

it("leaves a class without a homeroom teacher to its deputy, and to the registrar once nobody stands in", async () => {
  await using graph = await startBinding();
  const { requestId, student, guardian } = await givenIn(graph).submittedRequest();
  const registrar = staff("REGISTRAR", student.schoolCode);
  const waiting = async () => {
    const query = `{ registrarReview(schoolCode: "${student.schoolCode}") { student { id } } }`;
    return dataOf(await graph.execute(registrar, query)).registrarReview;
  };
  // A deputy who applies themselves decides nothing for themselves.
  const own: Viewer = { ...staff("TEACHER", student.schoolCode), subject: guardian.subject };
  await givenDeputy(graph, student, { from: -1, until: 2, deputy: own });
  expect(await approve(graph, own, requestId)).toEqual(["OWN_REQUEST"]);
  expect(await waiting()).toEqual([{ student: { id: student.studentId } }]);
  const { endNow } = await givenDeputy(graph, student, { from: -1, until: 24 });
  expect(await waiting()).toEqual([]);
  expect(await approve(graph, registrar, requestId)).toEqual(["HOMEROOM_DECIDES"]);
  await endNow();
  expect(await approve(graph, registrar, requestId)).toEqual(["ok"]);
});
