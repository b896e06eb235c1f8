import { ApproveRequestsDocument, ReturnRequestDocument } from "@campus-graph/clients/generated/operations";
import { expect, it } from "vitest";
import { approve, openWithCode } from "../../clients/demo/steps.js";
import { as } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { startGraph } from "../harness/graph.js";
import { applyFor, somebody } from "./apply.js";
import { contextOn } from "./city.js";
import { pendingRequest, rowOf } from "./review.js";

it("lets one of two decisions on the same request win, and tells the other one so", async () => {
  await using graph = await startGraph({ demoCity: true, gateways: 2 });
  // The same homeroom teacher at two screens, each at a copy of its own.
  await using here = await as(graph, "teacher@campus.example", [graph.urls[0]!]);
  await using there = await as(graph, "teacher@campus.example", [graph.urls[1]!]);
  const requestId = await pendingRequest(here, "陳O花");

  const [approval, returning] = await Promise.all([
    here.mutate(ApproveRequestsDocument, { input: { requestIds: [requestId] } }),
    there.answer(ReturnRequestDocument, { input: { requestId, reason: "請再確認關係" } }),
  ]);
  const [result] = approval.approveRequests.results;
  const approved = result?.ok === true;
  const returned = returning.errors.length === 0;
  expect([approved, returned].filter(Boolean)).toHaveLength(1);
  const code = approved ? returning.errors[0]?.extensions?.code : result?.refusal?.code;
  expect(code).toBe("REQUEST_ALREADY_DECIDED");
  await expectBooksToBalance(graph);
});

it("gives a student's two places to two of three guardians who are approved at once", async () => {
  await using graph = await startGraph({ demoCity: true, gateways: 2 });
  await using context = contextOn(graph);
  const requestIds: string[] = [];
  for (const guardian of [somebody(), somebody(), somebody()]) {
    const phone = await openWithCode(context, guardian.email);
    requestIds.push((await applyFor(context, phone, guardian, "丁宥廷")).requestId);
  }
  await graph.settle();

  await using teacher = await as(graph, "teacher@campus.example");
  const results = (await Promise.all(requestIds.map((id) => approve(teacher, [id])))).flat();
  expect(results.filter(({ ok }) => ok)).toHaveLength(2);
  const refused = results.filter(({ ok }) => !ok);
  expect(refused.map(({ refusal }) => refusal?.code)).toEqual(["GUARDIAN_SLOTS_FULL"]);

  await graph.settle();
  const row = await rowOf(teacher, "丁O廷");
  expect(row.bindings).toHaveLength(2);
  expect(row.pending.map(({ id }) => id)).toEqual(refused.map(({ requestId }) => requestId));
  await expectBooksToBalance(graph);
});
