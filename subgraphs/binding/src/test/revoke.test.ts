import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn } from "./given.js";
import * as operations from "./operations.js";
import { signedIn, someGuardian, staff } from "./people.js";

describe("revokeBinding", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  /** A standing binding, and the registrar of the child's school. */
  async function givenBinding(of: Parameters<typeof given.boundRequest>[0] = {}) {
    const bound = await given.boundRequest(of);
    const [binding] = dataOf(
      await graph.execute(signedIn(bound.guardian), operations.myBindings),
    ).myBindings.slice(-1);
    const registrar = staff("REGISTRAR", bound.student.schoolCode);
    return { ...bound, bindingId: binding.id as string, registrar };
  }

  const revoke = (as: Viewer, bindingId: string, reason = "核准錯誤") =>
    graph.execute(as, operations.revokeBinding, { input: { bindingId, reason } });

  it("ends the binding: no binding, a request that names no student, a free slot, a notice to the guardian", async () => {
    const { guardian, student, teacher, requestId, bindingId, registrar } = await givenBinding();
    expect(dataOf(await revoke(registrar, bindingId)).revokeBinding).toMatchObject({
      id: requestId,
      status: "REVOKED",
      student: null,
    });
    const account = signedIn(guardian);
    expect(dataOf(await graph.execute(account, operations.myBindings)).myBindings).toEqual([]);
    const { bindingNotices } = dataOf(await graph.execute(account, operations.bindingNotices));
    expect(bindingNotices.edges.at(-1).node).toMatchObject({
      kind: "REVOKED",
      request: { id: requestId, status: "REVOKED", student: null },
    });
    const grid = dataOf(
      await graph.execute(teacher, operations.classReview, { id: student.classId }),
    ).classReview;
    expect(grid).toMatchObject([{ bindings: [], pending: [] }]);
    for (let other = 0; other < 2; other++) await givenBinding({ student });
  });

  it("says so once, and writes down who did it and why", async () => {
    const { guardian, student, requestId, bindingId, registrar } = await givenBinding();
    dataOf(await revoke(registrar, bindingId, "  家長身分有誤 "));
    const revocations = (await graph.published("binding.BindingRevoked")).filter(
      ({ key }) => key === requestId,
    );
    expect(revocations.map(({ payload }) => payload)).toEqual([
      { bindingId, requestId, subjectId: guardian.subject, studentId: student.studentId },
    ]);
    const kept = "select revoked_by as by, revocation_reason as reason from binding where id = ?";
    expect(await graph.rows(kept, [bindingId])).toEqual([{ by: registrar.subject, reason: "家長身分有誤" }]);
    const audit = "select subject, act from audit where object = ? and act = 'binding.revoke'";
    expect(await graph.rows(audit, [`binding:${bindingId}`])).toEqual([
      { subject: registrar.subject, act: "binding.revoke" },
    ]);
  });

  it("gives a second click the same answer, and tells another registrar that it was done", async () => {
    const { requestId, bindingId, registrar, student } = await givenBinding();
    const [first, second] = await Promise.all([revoke(registrar, bindingId), revoke(registrar, bindingId)]);
    expect(dataOf(first!)).toEqual(dataOf(second!));
    const other = staff("REGISTRAR", student.schoolCode);
    const answer = await revoke(other, bindingId);
    expect(codeOf(answer)).toBe("BINDING_ALREADY_REVOKED");
    expect(answer.errors![0]!.extensions.revokedAt).toEqual(expect.any(String));
    const revocations = (await graph.published("binding.BindingRevoked")).filter(
      ({ key }) => key === requestId,
    );
    expect(revocations).toHaveLength(1);
  });

  it("wants a reason, in at most 500 characters", async () => {
    const { bindingId, registrar } = await givenBinding();
    for (const reason of ["", "  ", "字".repeat(501)])
      expect(codeOf(await revoke(registrar, bindingId, reason))).toBe("REVOCATION_REASON_REQUIRED");
    expect(codeOf(await revoke(registrar, bindingId, "字".repeat(500)))).toBeUndefined();
  });

  it("answers to another school's registrar as if there were no such binding", async () => {
    const { bindingId, guardian } = await givenBinding();
    for (const unknown of [bindingId, crypto.randomUUID(), "none"])
      expect(codeOf(await revoke(staff("REGISTRAR", "403501"), unknown))).toBe("NOT_FOUND");
    expect(dataOf(await graph.execute(signedIn(guardian), operations.myBindings)).myBindings).toHaveLength(1);
  });

  it("leaves the same guardian free to apply for the same child again", async () => {
    const guardian = someGuardian();
    const { student, bindingId, registrar } = await givenBinding({ guardian });
    dataOf(await revoke(registrar, bindingId));
    const again = await givenBinding({ guardian, student });
    expect(again.bindingId).not.toBe(bindingId);
    const { myBindings } = dataOf(await graph.execute(signedIn(guardian), operations.myBindings));
    expect(myBindings.map(({ id }: { id: string }) => id)).toEqual([again.bindingId]);
  });

  it("is taking effect, and says who is missing, until everybody has acted on it", async () => {
    await using alone = await startBinding();
    given = givenIn(alone);
    const world = graph;
    graph = alone;
    try {
      const bus = new PostgresBus(alone.database.urls.bus);
      await bus.join("roster", ["binding.BindingRevoked"]);
      await bus.join("payments", ["binding.BindingOpened"]);
      const { guardian, bindingId, registrar } = await givenBinding();
      const answer = await revoke(registrar, bindingId);
      expect(codeOf(answer)).toBe("TAKING_EFFECT");
      expect(answer.errors![0]!.extensions.missing).toBe("roster");
      expect(dataOf(await alone.execute(signedIn(guardian), operations.myBindings)).myBindings).toEqual([]);

      await bus.acknowledge("roster", await bus.unacknowledged("roster"));
      expect(dataOf(await revoke(registrar, bindingId)).revokeBinding).toMatchObject({ status: "REVOKED" });
      await bus.close();
    } finally {
      graph = world;
      given = givenIn(graph);
    }
  });
});
