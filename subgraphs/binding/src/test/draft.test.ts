import { randomUUID } from "node:crypto";
import { sealToken } from "@campus-graph/kit/auth/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { mostStudents } from "../domain/application.js";
import { type BindingAlone, keys, startBinding } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
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
    const starts = await Promise.all(
      [1, 2, 3, 4].map(() => graph.execute(viewer, operations.startApplication)),
    );
    expect(new Set(starts.map((start) => dataOf(start).startApplication.id)).size).toBe(1);
  });

  it("tells the step that comes next", async () => {
    const guardian = someGuardian();
    const child = await given.student();
    const steps: number[] = [];
    const note = async () => {
      steps.push(
        dataOf(await graph.execute(guardian.viewer, operations.myApplications)).myApplications[0].step,
      );
    };
    const applicationId = await given.draft(guardian);
    await note();
    const requestId = await given.addedStudent(guardian, applicationId, child);
    await note();
    await given.consent(guardian, applicationId);
    await note();
    const input = { applicationId, requestId };
    dataOf(await graph.execute(guardian.viewer, operations.removeStudent, { input }));
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
    const { myApplications } = dataOf(await graph.execute(guardian.viewer, operations.myApplications));
    expect(myApplications[0].requests).toHaveLength(2);
  });

  it("refuses the same student twice", async () => {
    const guardian = someGuardian();
    const child = await given.student();
    const applicationId = await given.draft(guardian);
    await given.addedStudent(guardian, applicationId, child);
    const input = { applicationId, match: given.match(guardian, child), relationship: "MOTHER" };
    expect(codeOf(await graph.execute(guardian.viewer, operations.addStudent, { input }))).toBe(
      "STUDENT_ALREADY_IN_APPLICATION",
    );
  });

  it("refuses a student whom an earlier request of this guardian still waits for", async () => {
    const { guardian, student, requestId } = await given.submittedRequest();
    const applicationId = await given.draft(guardian);
    const input = { applicationId, match: given.match(guardian, student), relationship: "FATHER" };
    const answer = await graph.execute(guardian.viewer, operations.addStudent, { input });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: "STUDENT_ALREADY_REQUESTED", requestId });
  });

  it("refuses a student to whom the guardian is bound already", async () => {
    const { guardian, student } = await given.boundRequest();
    const applicationId = await given.draft(guardian);
    const input = { applicationId, match: given.match(guardian, student), relationship: "FATHER" };
    expect(codeOf(await graph.execute(guardian.viewer, operations.addStudent, { input }))).toBe(
      "ALREADY_BOUND",
    );
  });

  it("holds no more students than one application may", async () => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    const child = await given.student();
    for (let added = 0; added < mostStudents; added++)
      await given.addedStudent(guardian, applicationId, { ...child, studentId: randomUUID() });
    const input = { applicationId, match: given.match(guardian, child), relationship: "FATHER" };
    expect(codeOf(await graph.execute(guardian.viewer, operations.addStudent, { input }))).toBe(
      "TOO_MANY_STUDENTS",
    );
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
    expect(codeOf(await graph.execute(guardian.viewer, operations.addStudent, { input }))).toBe(
      "INVALID_TOKEN",
    );
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
    const answer = await graph.execute(guardian.viewer, operations.addStudent, { input });
    expect(codeOf(answer) ?? answer.data.addStudentToApplication.otherRelationship).toBe(expected);
  });

  it("is not another guardian's to edit: it answers as a missing one", async () => {
    const otherGuardian = someGuardian();
    const applicationId = await given.draft(someGuardian());
    for (const id of [applicationId, randomUUID(), "nonsense"]) {
      const answers = [
        await graph.execute(otherGuardian.viewer, operations.declineConsent, { id }),
        await graph.execute(otherGuardian.viewer, operations.signApplication, {
          input: { applicationId: id, strokes },
        }),
      ];
      expect(answers.map(codeOf)).toEqual(["NOT_FOUND", "NOT_FOUND"]);
    }
  });

  it("does not let an applicant's token for one application open or reach another", async () => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    const narrowed = { ...guardian.viewer, applicationId: randomUUID() };
    expect(codeOf(await graph.execute(narrowed, operations.startApplication))).toBe("FORBIDDEN");
    expect(codeOf(await graph.execute(narrowed, operations.declineConsent, { id: applicationId }))).toBe(
      "NOT_FOUND",
    );
    expect(dataOf(await graph.execute(narrowed, operations.myApplications)).myApplications).toEqual([]);
  });
});
