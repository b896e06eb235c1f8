import { randomUUID } from "node:crypto";
import { sealToken } from "@campus-graph/kit/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mostStudents } from "../domain/application.js";
import { currentNotice } from "../domain/current-notice.js";
import { type BindingAlone, codeOf, dataOf, keys, startBinding } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as say from "./operations.js";
import { someGuardian } from "./people.js";

describe("a draft application", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it("is the open one when there is one, however many starts come at once", async () => {
    const { viewer } = someGuardian();
    const starts = await Promise.all([1, 2, 3, 4].map(() => graph.ask(viewer, say.startApplication)));
    expect(new Set(starts.map((start) => dataOf(start).startApplication.id)).size).toBe(1);
  });

  it("tells the step that comes next", async () => {
    const guardian = someGuardian();
    const child = await given.student();
    const steps: number[] = [];
    const note = async () => {
      steps.push(dataOf(await graph.ask(guardian.viewer, say.myApplications)).myApplications[0].step);
    };
    const applicationId = await given.draft(guardian);
    await note();
    const requestId = await given.addedStudent(guardian, applicationId, child);
    await note();
    await given.consent(guardian, applicationId);
    await note();
    const input = { applicationId, requestId };
    dataOf(await graph.ask(guardian.viewer, say.removeStudent, { input }));
    await note();
    expect(steps).toEqual([2, 3, 4, 2]);
  });

  it("takes siblings of any level", async () => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    await given.addedStudent(guardian, applicationId, await given.student());
    await given.addedStudent(
      guardian,
      applicationId,
      await given.student({ level: "JUNIOR_HIGH", schoolCode: "403501" }),
    );
    const { myApplications } = dataOf(await graph.ask(guardian.viewer, say.myApplications));
    expect(myApplications[0].requests).toHaveLength(2);
  });

  it("refuses the same student twice", async () => {
    const guardian = someGuardian();
    const child = await given.student();
    const applicationId = await given.draft(guardian);
    await given.addedStudent(guardian, applicationId, child);
    const input = { applicationId, match: given.match(guardian, child), relationship: "MOTHER" };
    expect(codeOf(await graph.ask(guardian.viewer, say.addStudent, { input }))).toBe(
      "STUDENT_ALREADY_IN_APPLICATION",
    );
  });

  it("refuses a student whom an earlier request of this guardian still waits for", async () => {
    const { guardian, student, requestId } = await given.submittedRequest();
    const applicationId = await given.draft(guardian);
    const input = { applicationId, match: given.match(guardian, student), relationship: "FATHER" };
    const answer = await graph.ask(guardian.viewer, say.addStudent, { input });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "STUDENT_ALREADY_REQUESTED", requestId });
  });

  it("refuses a student to whom the guardian is bound already", async () => {
    const { guardian, student } = await given.boundRequest();
    const applicationId = await given.draft(guardian);
    const input = { applicationId, match: given.match(guardian, student), relationship: "FATHER" };
    expect(codeOf(await graph.ask(guardian.viewer, say.addStudent, { input }))).toBe("ALREADY_BOUND");
  });

  it("holds no more students than one application may", async () => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    const child = await given.student();
    for (let added = 0; added < mostStudents; added++)
      await given.addedStudent(guardian, applicationId, { ...child, studentId: randomUUID() });
    const input = { applicationId, match: given.match(guardian, child), relationship: "FATHER" };
    expect(codeOf(await graph.ask(guardian.viewer, say.addStudent, { input }))).toBe("TOO_MANY_STUDENTS");
  });

  it.each([
    ["another guardian's", { subject: randomUUID() }, 60_000],
    ["an expired", {}, -1],
  ])("refuses %s match", async (_, of, lifeMs) => {
    const guardian = someGuardian();
    const { studentId, schoolCode, classId } = await given.student();
    const applicationId = await given.draft(guardian);
    const match = sealToken(
      keys.ring("match"),
      "student-match",
      { subject: guardian.subject, studentId, schoolCode, classId, ...of },
      new Date(graph.clock.now().getTime() + lifeMs),
    );
    const input = { applicationId, match, relationship: "FATHER" };
    expect(codeOf(await graph.ask(guardian.viewer, say.addStudent, { input }))).toBe("INVALID_TOKEN");
  });

  it.each([
    ["OTHER", null, "RELATIONSHIP_TEXT_REQUIRED"],
    ["OTHER", "   ", "RELATIONSHIP_TEXT_REQUIRED"],
    ["OTHER", "長".repeat(21), "RELATIONSHIP_TEXT_REQUIRED"],
    ["OTHER", " 姑姑 ", "姑姑"],
    ["MOTHER", "姑姑", null],
  ])("with relationship %s and the text “%s” gives %s", async (relationship, otherRelationship, expected) => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    const match = given.match(guardian, await given.student());
    const input = { applicationId, match, relationship, otherRelationship };
    const answer = await graph.ask(guardian.viewer, say.addStudent, { input });
    expect(codeOf(answer) ?? answer.data.addStudentToApplication.otherRelationship).toBe(expected);
  });

  it("is not another guardian's to edit: it answers as a missing one", async () => {
    const stranger = someGuardian();
    const applicationId = await given.draft(someGuardian());
    for (const id of [applicationId, randomUUID(), "nonsense"]) {
      const answers = [
        await graph.ask(stranger.viewer, say.declineConsent, { id }),
        await graph.ask(stranger.viewer, say.signApplication, { input: { applicationId: id, strokes } }),
      ];
      expect(answers.map(codeOf)).toEqual(["NOT_FOUND", "NOT_FOUND"]);
    }
  });

  it("does not let an applicant's token for one application open or reach another", async () => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    const narrowed = { ...guardian.viewer, applicationId: randomUUID() };
    expect(codeOf(await graph.ask(narrowed, say.startApplication))).toBe("FORBIDDEN");
    expect(codeOf(await graph.ask(narrowed, say.declineConsent, { id: applicationId }))).toBe("NOT_FOUND");
    expect(dataOf(await graph.ask(narrowed, say.myApplications)).myApplications).toEqual([]);
  });
});

describe("consent", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it("is asked for with the six items of the law, each in short", async () => {
    const { consentNotice } = dataOf(await graph.ask(someGuardian().viewer, say.consentNotice));
    expect(consentNotice.summary).toHaveLength(6);
    for (const item of ["一、", "二、", "三、", "四、", "五、", "六、"])
      expect(consentNotice.body).toContain(item);
  });

  it("keeps which text was agreed to, when, and from where", async () => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    await given.consent(guardian, applicationId);
    const [kept] = await graph.rows<{ consent: unknown; body: string }>(
      `select consent, body from application join consent_text on digest = consent ->> 'digest' where id = ?`,
      [applicationId],
    );
    expect(kept).toMatchObject({
      consent: { version: currentNotice.version, address: "127.0.0.1", agreedAt: expect.any(String) },
      body: currentNotice.body,
    });
    const shown = dataOf(
      await graph.ask(
        guardian.viewer,
        "{ myApplications { consentVersion agreedNotice { version summary body } } }",
      ),
    );
    expect(shown.myApplications[0]).toEqual({
      consentVersion: currentNotice.version,
      agreedNotice: {
        version: currentNotice.version,
        summary: currentNotice.summary,
        body: currentNotice.body,
      },
    });
  });

  it.each([
    ["an older version", "2020-1", 0, "CONSENT_NOT_CURRENT"],
    ["a reading before the draft was opened", currentNotice.version, -600_000, "CONSENT_NOT_READ"],
    ["a reading yet to come", currentNotice.version, 600_000, "CONSENT_NOT_READ"],
  ])("refuses %s", async (_, version, offsetMs, code) => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    const scrolledToEndAt = new Date(graph.clock.now().getTime() + offsetMs).toISOString();
    const input = { applicationId, version, scrolledToEndAt };
    expect(codeOf(await graph.ask(guardian.viewer, say.recordConsent, { input }))).toBe(code);
  });

  it("when declined ends the draft and forgets its students and signature", async () => {
    const guardian = someGuardian();
    const applicationId = await given.completeDraft(guardian, await given.student());
    const { declineConsent } = dataOf(
      await graph.ask(guardian.viewer, say.declineConsent, { id: applicationId }),
    );
    expect(declineConsent).toMatchObject({ status: "DECLINED", requests: [], consentVersion: null });
    const [row] = await graph.rows("select sealed_strokes, consent from application where id = ?", [
      applicationId,
    ]);
    expect(row).toEqual({ sealed_strokes: null, consent: null });
    expect(codeOf(await graph.ask(guardian.viewer, say.declineConsent, { id: applicationId }))).toBe(
      "APPLICATION_NOT_OPEN",
    );
    expect(await given.draft(guardian)).not.toBe(applicationId);
  });
});

describe("a signature", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const dot = { x: 5, y: 5, t: 0 };
  it.each([
    ["nothing", [], "SIGNATURE_EMPTY"],
    ["a dot", [[dot, { ...dot, t: 9 }]], "SIGNATURE_EMPTY"],
    ["a stroke off the surface", [[dot, { x: 10_001, y: 5, t: 9 }]], "SIGNATURE_NOT_VALID"],
    [
      "a stroke that runs back in time",
      [
        [
          { ...dot, t: 9 },
          { x: 7, y: 7, t: 3 },
        ],
      ],
      "SIGNATURE_NOT_VALID",
    ],
    ["too many strokes", Array.from({ length: 201 }, () => strokes[0]!), "SIGNATURE_NOT_VALID"],
    [
      "too many points",
      [Array.from({ length: 5_001 }, (_, t) => ({ x: t, y: t, t }))],
      "SIGNATURE_NOT_VALID",
    ],
  ])("refuses %s", async (_, strokes, code) => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    const input = { applicationId, strokes };
    expect(codeOf(await graph.ask(guardian.viewer, say.signApplication, { input }))).toBe(code);
  });

  it("lies encrypted", async () => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    await given.signature(guardian, applicationId);
    const [row] = await graph.rows<{ sealed_strokes: string }>(
      "select sealed_strokes from application where id = ?",
      [applicationId],
    );
    expect(row!.sealed_strokes).not.toContain("60.5");
  });
});
