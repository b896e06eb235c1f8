import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { canonicalJson, sha256 } from "../domain/sealed-form.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { openedForms } from "./forms.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { type Guardian, someGuardian } from "./people.js";

describe("a signature by a code", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const sign = (guardian: Guardian, input: object) =>
    graph.execute(guardian.viewer, operations.signApplication, { input });
  const submit = (guardian: Guardian, applicationId: string) =>
    graph.execute(guardian.viewer, operations.submitApplication, {
      input: {
        applicationId,
        declaration: given.declaration(guardian, applicationId),
        idempotencyKey: randomUUID(),
      },
    });

  async function formsOf(applicationId: string) {
    const forms = await openedForms(graph, applicationId);
    return forms.map(({ signed_by, document, signature }) => ({
      signedBy: signed_by,
      document: JSON.parse(document),
      signature: JSON.parse(signature),
    }));
  }

  it("stands in the sealed form as what it is: who showed a code, to which address, when", async () => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    await given.addedStudent(guardian, applicationId, await given.student());
    await given.consent(guardian, applicationId);
    const confirmedAt = graph.clock.now().toISOString();
    dataOf(await sign(guardian, { applicationId, proof: given.signatureProof(guardian, applicationId) }));
    dataOf(await submit(guardian, applicationId));
    const [form] = await formsOf(applicationId);
    const signature = {
      subject: guardian.subject,
      applicationId,
      verifiedEmail: guardian.email,
      confirmedAt: expect.any(String),
    };
    expect(form).toMatchObject({ signedBy: "CODE", document: { signedBy: "CODE" }, signature });
    expect(form!.document.strokesHash).toBe(sha256(canonicalJson(form!.signature)));
    expect(Date.parse(form!.signature.confirmedAt)).toBeGreaterThanOrEqual(Date.parse(confirmedAt));
  });

  it("says of a drawn signature that it was drawn", async () => {
    const { applicationId } = await given.submittedRequest();
    expect(await formsOf(applicationId)).toMatchObject([
      { signedBy: "STROKES", document: { signedBy: "STROKES" }, signature: strokes },
    ]);
  });

  it("replaces a drawn one, and is replaced by one", async () => {
    const guardian = someGuardian();
    const applicationId = await given.completeDraft(guardian, await given.student());
    const proof = given.signatureProof(guardian, applicationId);
    // Sent again because the answer was lost, it signs the same draft.
    for (const input of [{ proof }, { proof }, { strokes }])
      dataOf(await sign(guardian, { applicationId, ...input }));
    dataOf(await submit(guardian, applicationId));
    expect(await formsOf(applicationId)).toMatchObject([{ signedBy: "STROKES" }]);
  });

  it("signs a correction, but not by the proof that signed the version before", async () => {
    const guardian = someGuardian();
    const student = await given.student();
    const applicationId = await given.completeDraft(guardian, student);
    const proof = given.signatureProof(guardian, applicationId);
    dataOf(await sign(guardian, { applicationId, proof }));
    const { submitApplication } = dataOf(await submit(guardian, applicationId));
    const requestId = submitApplication.requests[0].id;
    const teacher = await given.teacherOf(student);
    dataOf(
      await graph.execute(teacher, operations.returnRequest, { input: { requestId, reason: "請更正" } }),
    );
    const resubmit = (input: object) =>
      graph.execute(guardian.viewer, operations.resubmitRequest, { input: { requestId, ...input } });
    expect(codeOf(await resubmit({ proof }))).toBe("INVALID_TOKEN");
    expect(codeOf(await resubmit({}))).toBe("BAD_INPUT");
    dataOf(await resubmit({ proof: given.signatureProof(guardian, applicationId) }));
    expect(await formsOf(applicationId)).toMatchObject([
      { signedBy: "CODE" },
      { signedBy: "CODE", document: { form: "binding-correction", version: 2 } },
    ]);
  });

  it("signs no second application by a proof that another form holds", async () => {
    const guardian = someGuardian();
    const first = await given.completeDraft(guardian, await given.student());
    const id = randomUUID();
    dataOf(
      await sign(guardian, { applicationId: first, proof: given.signatureProof(guardian, first, { id }) }),
    );
    dataOf(await submit(guardian, first));
    const second = await given.completeDraft(guardian, await given.student());
    const proof = given.signatureProof(guardian, second, { id });
    expect(codeOf(await sign(guardian, { applicationId: second, proof }))).toBe("INVALID_TOKEN");
  });

  it("signs no draft that has changed since the code was given: a fresh one does", async () => {
    const guardian = someGuardian();
    const applicationId = await given.completeDraft(guardian, await given.student());
    const early = given.signatureProof(guardian, applicationId);
    graph.clock.advance(1_000);
    await given.addedStudent(guardian, applicationId, await given.student());
    expect(codeOf(await sign(guardian, { applicationId, proof: early }))).toBe("SIGNATURE_OUTDATED");
    graph.clock.advance(1_000);
    dataOf(await sign(guardian, { applicationId, proof: given.signatureProof(guardian, applicationId) }));
    // Signed, and changed before it was sent in.
    graph.clock.advance(1_000);
    await given.addedStudent(guardian, applicationId, await given.student());
    expect(codeOf(await submit(guardian, applicationId))).toBe("APPLICATION_INCOMPLETE");
    graph.clock.advance(1_000);
    dataOf(await sign(guardian, { applicationId, proof: given.signatureProof(guardian, applicationId) }));
    dataOf(await submit(guardian, applicationId));
  });

  it("signs for nobody else than was declared when the code was given", async () => {
    const guardian = someGuardian();
    const applicationId = await given.completeDraft(guardian, await given.student());
    const [declarationId, later] = [randomUUID(), randomUUID()];
    const send = (declared: string) =>
      graph.execute(guardian.viewer, operations.submitApplication, {
        input: {
          applicationId,
          declaration: given.declaration(guardian, applicationId, { declarationId: declared }),
          idempotencyKey: randomUUID(),
        },
      });
    const proof = given.signatureProof(guardian, applicationId, { declarationId });
    dataOf(await sign(guardian, { applicationId, proof }));
    expect(codeOf(await send(later))).toBe("SIGNATURE_OUTDATED");
    const fresh = given.signatureProof(guardian, applicationId, { declarationId: later });
    dataOf(await sign(guardian, { applicationId, proof: fresh }));
    dataOf(await send(later));
  });

  it("signs one of two corrections that bring the same proof at once, and the other is told", async () => {
    const guardian = someGuardian();
    const students = [await given.student(), await given.student()];
    const applicationId = await given.completeDraft(guardian, students[0]!);
    await given.addedStudent(guardian, applicationId, students[1]!);
    const { submitApplication } = dataOf(await submit(guardian, applicationId));
    const ids: string[] = submitApplication.requests.map(({ id }: { id: string }) => id);
    for (const [nth, requestId] of ids.entries())
      dataOf(
        await graph.execute(await given.teacherOf(students[nth]!), operations.returnRequest, {
          input: { requestId, reason: "請更正" },
        }),
      );
    const proof = given.signatureProof(guardian, applicationId);
    const answers = await Promise.all(
      ids.map((requestId) =>
        graph.execute(guardian.viewer, operations.resubmitRequest, { input: { requestId, proof } }),
      ),
    );
    expect(answers.map(codeOf).sort()).toEqual(["INVALID_TOKEN", undefined]);
  });

  it.each([
    [
      "another's",
      (_: Guardian, id: string) => ({ proof: given.signatureProof(someGuardian(), id) }),
      "INVALID_TOKEN",
    ],
    [
      "another application's",
      (guardian: Guardian) => ({ proof: given.signatureProof(guardian, randomUUID()) }),
      "INVALID_TOKEN",
    ],
    [
      "an old",
      (guardian: Guardian, id: string) => ({ proof: given.signatureProof(guardian, id, { lifeMs: 0 }) }),
      "INVALID_TOKEN",
    ],
    ["a made-up", () => ({ proof: "k1.AAAA" }), "INVALID_TOKEN"],
    [
      "a declaration for a",
      (guardian: Guardian, id: string) => ({ proof: given.declaration(guardian, id) }),
      "INVALID_TOKEN",
    ],
    [
      "strokes beside a",
      (guardian: Guardian, id: string) => ({ strokes, proof: given.signatureProof(guardian, id) }),
      "BAD_INPUT",
    ],
    ["neither strokes nor a", () => ({}), "BAD_INPUT"],
  ])("refuses %s proof", async (_, given_, code) => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    const answer = await sign(guardian, { applicationId, ...given_(guardian, applicationId) });
    expect(codeOf(answer)).toBe(code);
  });
});
