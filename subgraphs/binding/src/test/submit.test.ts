import { randomUUID } from "node:crypto";
import { sealToken } from "@campus-graph/kit/auth/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { currentNotice } from "../domain/current-notice.js";
import { canonicalJson, sha256 } from "../domain/sealed-form.js";
import { type BindingAlone, keys, startBinding } from "./binding-alone.js";
import { openedForms } from "./forms.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { type Guardian, someGuardian } from "./people.js";

describe("submitting an application", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const submit = (
    { viewer }: Guardian,
    applicationId: string,
    declaration: string,
    idempotencyKey: string = randomUUID(),
  ) =>
    graph.execute(viewer, operations.submitApplication, {
      input: { applicationId, declaration, idempotencyKey },
    });

  it("is refused without a key of its own: two acts that forgot theirs would be taken for one", async () => {
    const answer = await submit(someGuardian(), randomUUID(), "any", "");
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "BAD_INPUT", field: "idempotencyKey" });
  });

  it("makes each of its requests wait for a teacher, and tells so", async () => {
    const guardian = someGuardian();
    const [child, sibling] = [await given.student(), await given.student({ schoolCode: "403501" })];
    const applicationId = await given.completeDraft(guardian, child, sibling);
    const declaration = given.declaration(guardian, applicationId);
    const { submitApplication } = dataOf(await submit(guardian, applicationId, declaration));
    expect(submitApplication).toMatchObject({
      status: "SUBMITTED",
      step: 4,
      submittedAt: expect.any(String),
    });
    expect(submitApplication.requests.map(({ status }: { status: string }) => status)).toEqual([
      "PENDING",
      "PENDING",
    ]);
    const events = (await graph.published("binding.RequestSubmitted")).filter(
      ({ payload }) => payload.applicationId === applicationId,
    );
    expect(events.map(({ payload }) => payload)).toMatchObject(
      [child, sibling].map(({ studentId, classId, schoolCode }) => ({
        subjectId: guardian.subject,
        studentId,
        classId,
        schoolCode,
        relationship: "FATHER",
        guardianPersonKey: guardian.personKey,
      })),
    );
  });

  it("seals the canonical document, its hash, the strokes, who signed, when and from where", async () => {
    const { guardian, applicationId, requestId, student } = await given.submittedRequest();
    const [form] = await openedForms(graph, applicationId);
    const document = JSON.parse(form!.document);
    expect(sha256(canonicalJson(document))).toBe(form!.document_hash);
    expect(JSON.parse(form!.signature)).toEqual(strokes);
    expect(sha256(form!.signature)).toBe(document.strokesHash);
    expect(document).toMatchObject({
      form: "binding-application",
      version: 1,
      guardian: { subjectId: guardian.subject, personKey: guardian.personKey, loginCheck: "FREE" },
      identityEvidence: { verifiedEmail: guardian.email, assurance: "applicant", address: "127.0.0.1" },
      consent: { version: currentNotice.version },
      requests: [{ requestId, studentId: student.studentId, relationship: "FATHER" }],
      sealedAt: expect.any(String),
    });
    const [draft] = await graph.rows("select sealed_strokes from application where id = ?", [applicationId]);
    expect(draft).toEqual({ sealed_strokes: null });
  });

  it.each([
    ["a student", "students", async (guardian: Guardian) => given.draft(guardian)],
    [
      "consent",
      "consent",
      async (guardian: Guardian) => {
        const id = await given.draft(guardian);
        await given.addedStudent(guardian, id, await given.student());
        await given.signature(guardian, id);
        return id;
      },
    ],
    [
      "a signature",
      "signature",
      async (guardian: Guardian) => {
        const id = await given.draft(guardian);
        await given.addedStudent(guardian, id, await given.student());
        await given.consent(guardian, id);
        return id;
      },
    ],
  ])("is refused without %s", async (_, missing, prepare) => {
    const guardian = someGuardian();
    const applicationId = await prepare(guardian);
    const answer = await submit(guardian, applicationId, given.declaration(guardian, applicationId));
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "APPLICATION_INCOMPLETE", missing });
  });

  it("happens once per key: the same again gets the same answer, other content is refused", async () => {
    const guardian = someGuardian();
    const applicationId = await given.completeDraft(guardian, await given.student());
    const declaration = given.declaration(guardian, applicationId);
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => submit(guardian, applicationId, declaration, key)));
    expect(new Set(answers.map((answer) => JSON.stringify(dataOf(answer)))).size).toBe(1);
    const forms = await graph.rows("select id from sealed_form where application_id = ?", [applicationId]);
    expect(forms).toHaveLength(1);
    const other = given.declaration(guardian, applicationId);
    expect(codeOf(await submit(guardian, applicationId, other, key))).toBe("IDEMPOTENCY_CONFLICT");
    expect(codeOf(await submit(guardian, applicationId, declaration))).toBe("APPLICATION_NOT_OPEN");
  });

  it.each([
    ["made for another application", { applicationId: randomUUID() }, 60_000],
    ["made by another subject", { declaredBy: randomUUID() }, 60_000],
    ["that has expired", {}, -1],
  ])("refuses a declaration %s", async (_, of, lifeMs) => {
    const guardian = someGuardian();
    const applicationId = await given.completeDraft(guardian, await given.student());
    const { subject, personKey, email } = guardian;
    const verifiedEmail = email;
    const declared = {
      subject,
      declaredBy: subject,
      applicationId,
      personKey,
      verifiedEmail,
      loginCheck: "FREE",
    };
    const payload = { ...declared, ...of };
    const until = new Date(graph.clock.now().getTime() + lifeMs);
    const token = sealToken(keys.ring("declaration"), "guardian-declaration", payload, until);
    expect(codeOf(await submit(guardian, applicationId, token))).toBe("INVALID_TOKEN");
  });

  it.each([
    ["a student's", async () => (await given.student()).personKey],
    ["nobody's", async () => someGuardian().personKey],
  ])("tells of an empty draft what it lacks, whether the declared ID is %s", async (_, key) => {
    const guardian = someGuardian();
    const personKey = await key();
    const steps = [
      async (applicationId: string) => given.addedStudent(guardian, applicationId, await given.student()),
      (applicationId: string) => given.consent(guardian, applicationId),
      (applicationId: string) => given.signature(guardian, applicationId),
    ];
    const applicationId = await given.draft(guardian);
    const answers: unknown[] = [];
    for (const step of steps) {
      const declaration = given.declaration(guardian, applicationId, { personKey });
      answers.push(codeOf(await submit(guardian, applicationId, declaration)));
      await step(applicationId);
    }
    expect(answers).toEqual(Array(3).fill("APPLICATION_INCOMPLETE"));
    const declaration = given.declaration(guardian, applicationId, { personKey });
    expect(codeOf(await submit(guardian, applicationId, declaration))).toBeUndefined();
  });

  it("lets somebody who was or is a student be the guardian of another", async () => {
    const [guardian, other] = [someGuardian(), await given.student()];
    const applicationId = await given.completeDraft(guardian, await given.student());
    const declaration = given.declaration(guardian, applicationId, { personKey: other.personKey });
    expect(codeOf(await submit(guardian, applicationId, declaration))).toBeUndefined();
  });

  it("refuses a guardian of themselves", async () => {
    const guardian = someGuardian();
    const child = await given.student();
    const applicationId = await given.completeDraft(guardian, child);
    const declaration = given.declaration(guardian, applicationId, { personKey: child.personKey });
    expect(codeOf(await submit(guardian, applicationId, declaration))).toBe("GUARDIAN_IS_STUDENT");
  });

  it("names the declaration that was submitted, so that none of later takes its place", async () => {
    const guardian = someGuardian();
    const applicationId = await given.completeDraft(guardian, await given.student());
    const declarationId = randomUUID();
    dataOf(
      await submit(guardian, applicationId, given.declaration(guardian, applicationId, { declarationId })),
    );
    const events = await graph.published("binding.RequestSubmitted");
    expect(events.at(-1)?.payload).toMatchObject({ applicationId, guardianDeclarationId: declarationId });
  });

  it("names the school that the guardian named, wherever the child went while it was a draft", async () => {
    const guardian = someGuardian();
    const child = await given.student();
    const applicationId = await given.completeDraft(guardian, child);
    const moved = { ...child, classId: randomUUID(), schoolCode: "333606", schoolName: "市立金華國小" };
    await graph.deliver("roster.StudentMoved", child.studentId, { ...moved, fromClassId: child.classId });
    dataOf(await submit(guardian, applicationId, given.declaration(guardian, applicationId)));
    const events = await graph.published("binding.RequestSubmitted");
    expect(events.at(-1)?.payload).toMatchObject({ applicationId, schoolCode: child.schoolCode });
    const [row] = dataOf(
      await graph.execute(await given.teacherOf(moved), operations.classReview, { id: moved.classId }),
    ).classReview;
    expect(row.pending).toMatchObject([{ status: "PENDING" }]);
  });

  it("gives the application a subject of its own where the login is another person's", async () => {
    const guardian = someGuardian();
    const applicationId = await given.completeDraft(guardian, await given.student());
    const own = randomUUID();
    const declaration = given.declaration(guardian, applicationId, { loginCheck: "TAKEN", subject: own });
    dataOf(await submit(guardian, applicationId, declaration));
    expect(dataOf(await graph.execute(guardian.viewer, operations.myApplications)).myApplications).toEqual(
      [],
    );
    const narrowed = { ...guardian.viewer, subject: own, applicationId };
    const { myApplications } = dataOf(await graph.execute(narrowed, operations.myApplications));
    expect(myApplications).toMatchObject([{ id: applicationId, requests: [{ status: "PENDING" }] }]);
    const events = await graph.published("binding.RequestSubmitted");
    expect(events.at(-1)?.payload).toMatchObject({ applicationId, subjectId: own });
  });

  it("is refused when the notice agreed to is no longer the one in force", async () => {
    const guardian = someGuardian();
    const applicationId = await given.completeDraft(guardian, await given.student());
    await graph.rows(
      `update application set consent = jsonb_set(consent, '{version}', '"2020-1"') where id = ? returning id`,
      [applicationId],
    );
    const answer = await submit(guardian, applicationId, given.declaration(guardian, applicationId));
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: "CONSENT_NOT_CURRENT",
      currentVersion: currentNotice.version,
    });
  });
});
