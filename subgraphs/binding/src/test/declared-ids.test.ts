import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { someGuardian } from "./people.js";

/**
 * Every refusal that depends on whose national ID was declared, and to whom it is told. To the applicant only that they
 * would be their own guardian, which compares two IDs that they typed themselves. The rest is the reviewer's:
 * GUARDIAN_IS_STUDENT and OWN_REQUEST at the click, ALREADY_BOUND and GUARDIAN_SLOTS_FULL with the slots, `dataCheck`
 * and `provisionRefusal` in the grid. Identity's are in its person-links.test.ts.
 */
describe("whoever's national ID is declared", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  type Child = Awaited<ReturnType<typeof given.student>>;

  const idOf: Record<string, (child: Child) => Promise<string>> = {
    "another student's": async () => (await given.student()).personKey,
    "a recorded parent's of the child": async ({ parentPersonKeys: [parent] }) => parent!,
    "a recorded parent's of another child": async () => {
      const { personKey } = someGuardian();
      await given.student({ parentPersonKeys: [personKey] });
      return personKey;
    },
    "a guardian's who is bound to the child": async (student) =>
      (await given.boundRequest({ student })).guardian.personKey,
    "a guardian's who is bound to another child": async () => (await given.boundRequest()).guardian.personKey,
    "somebody's who applied for the child too": async (student) =>
      (await given.submittedRequest({ student })).guardian.personKey,
    "somebody's whose request for the child was returned": async (student) =>
      (await given.returnedRequest({ student })).guardian.personKey,
  };

  /** All that the applicant is told from the submission to the end, with nothing in it that differs by chance. */
  async function answerFor(whose: (child: Child) => Promise<string>): Promise<unknown> {
    const child = await given.student({ parentPersonKeys: [someGuardian().personKey] });
    const personKey = await whose(child);
    const guardian = someGuardian();
    const { viewer } = guardian;
    const applicationId = await given.completeDraft(guardian, child);
    const declaration = given.declaration(guardian, applicationId, { personKey });
    const input = { applicationId, declaration, idempotencyKey: randomUUID() };
    const submitted = await graph.execute(viewer, operations.submitApplication, { input });
    const [{ requests }] = dataOf(await graph.execute(viewer, operations.myApplications)).myApplications;
    const [{ id: requestId }] = requests;
    const shown = async () => dataOf(await graph.execute(viewer, operations.myApplications)).myApplications;
    const steps: unknown[] = [submitted, await shown()];
    const teacher = await given.teacherOf(child);
    await graph.execute(teacher, operations.returnRequest, { input: { requestId, reason: "請重新簽名" } });
    await graph.settle();
    const again = given.declaration(guardian, applicationId, { personKey });
    const correction = { requestId, declaration: again, strokes };
    steps.push(await graph.execute(viewer, operations.resubmitRequest, { input: correction }), await shown());
    steps.push(
      codeOf(await graph.execute(viewer, operations.cancelRequest, { id: requestId })),
      await shown(),
    );
    steps.push(dataOf(await graph.execute(viewer, operations.bindingNotices)).bindingNotices.edges.length);
    const text = JSON.stringify(steps).replace(
      /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g,
      "…",
    );
    return JSON.parse(text.replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"when"'));
  }

  it.each(Object.keys(idOf))("who applies is told what they would be told of nobody's: %s", async (whose) => {
    const ofNobody = await answerFor(async () => someGuardian().personKey);
    expect(JSON.stringify(ofNobody)).not.toContain('"errors"');
    expect(await answerFor(idOf[whose]!)).toEqual(ofNobody);
  });
});
