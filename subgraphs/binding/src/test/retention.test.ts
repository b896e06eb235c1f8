import { expect, it } from "vitest";
import { dataOf } from "../../../../test/harness/answer.js";
import { startBinding } from "./binding-alone.js";
import { givenIn } from "./given.js";
import * as operations from "./operations.js";
import { someGuardian, staff } from "./people.js";

const dayMs = 24 * 60 * 60_000;

it("keeps a draft for thirty days, and an application for five years after its binding ended", async () => {
  await using graph = await startBinding();
  const given = givenIn(graph);
  const applicant = someGuardian();
  const draft = await given.draft(applicant);
  const [ended, stands] = [await given.boundRequest(), await given.boundRequest()];
  const [binding] = await graph.rows<{ id: string }>("select id from binding where request_id = ?", [
    ended.requestId,
  ]);
  const registrar = staff("REGISTRAR", ended.student.schoolCode);
  dataOf(
    await graph.execute(registrar, operations.revokeBinding, {
      input: { bindingId: binding!.id, reason: "核准錯誤" },
    }),
  );
  const applications = async () =>
    (await graph.rows<{ id: string }>("select id from application")).map(({ id }) => id).sort();
  const requestsLeft = async () =>
    (await graph.rows<{ id: string }>("select id from request")).map(({ id }) => id).sort();
  graph.clock.advance(29 * dayMs);
  await graph.settle();
  expect(await applications()).toContain(draft);
  graph.clock.advance(2 * dayMs);
  await graph.settle();
  expect(await applications()).not.toContain(draft);
  expect(await requestsLeft()).toEqual([ended.requestId, stands.requestId].sort());
  graph.clock.advance(5 * 365 * dayMs);
  await graph.settle();
  expect(await requestsLeft()).toEqual([stands.requestId]);
  expect(await graph.rows("select 1 as one from sealed_form")).toHaveLength(1);
});
