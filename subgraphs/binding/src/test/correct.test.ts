import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { openedForms } from "./forms.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { someGuardian } from "./people.js";

describe("a returned request", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  async function formsOf(applicationId: string) {
    const forms = await openedForms(graph, applicationId);
    return forms.map(({ version, document }) => ({ version, document: JSON.parse(document) }));
  }

  it("tells its guardian the reason", async () => {
    const { guardian } = await given.returnedRequest({ reason: " 請改為母親 " });
    const shown = dataOf(
      await graph.execute(guardian.viewer, "{ myApplications { requests { status returnReason } } }"),
    );
    expect(shown.myApplications[0].requests).toEqual([{ status: "RETURNED", returnReason: "請改為母親" }]);
  });

  it("is corrected, signed anew and submitted again; what is left out stays", async () => {
    const { guardian, requestId, applicationId, student } = await given.returnedRequest();
    graph.clock.advance(1_000);
    const input = { requestId, relationship: "OTHER", otherRelationship: "姑姑", strokes };
    const { resubmitRequest } = dataOf(
      await graph.execute(guardian.viewer, operations.resubmitRequest, { input }),
    );
    expect(resubmitRequest).toMatchObject({
      status: "PENDING",
      relationship: "OTHER",
      otherRelationship: "姑姑",
      returnReason: null,
      student: { id: student.studentId },
    });
    const events = (await graph.published("binding.RequestSubmitted")).filter(({ key }) => key === requestId);
    expect(events.map(({ payload }) => payload.relationship)).toEqual(["FATHER", "OTHER"]);
    expect(await formsOf(applicationId)).toMatchObject([
      { version: 1, document: { form: "binding-application" } },
      {
        version: 2,
        document: {
          form: "binding-correction",
          guardian: { personKey: guardian.personKey },
          requests: [{ requestId, relationship: "OTHER", otherRelationship: "姑姑" }],
        },
      },
    ]);
  });

  it("can be corrected in the guardian's own data by a new declaration", async () => {
    const { guardian, requestId, applicationId } = await given.returnedRequest();
    const { personKey } = someGuardian();
    const declaration = given.declaration(guardian, applicationId, { personKey });
    const input = { requestId, declaration, strokes };
    dataOf(await graph.execute(guardian.viewer, operations.resubmitRequest, { input }));
    const [row] = await graph.rows("select person_key, relationship from request where id = ?", [requestId]);
    expect(row).toEqual({ person_key: personKey, relationship: "FATHER" });
  });

  it("does not become another person's account's by a correction", async () => {
    const { guardian, requestId, applicationId } = await given.returnedRequest();
    const declaration = given.declaration(guardian, applicationId, { loginCheck: "TAKEN" });
    const input = { requestId, declaration, strokes };
    expect(codeOf(await graph.execute(guardian.viewer, operations.resubmitRequest, { input }))).toBe(
      "EMAIL_TAKEN",
    );
  });

  it("is corrected with the application's own token where the first address was another person's login", async () => {
    const [guardian, subject] = [someGuardian(), randomUUID()];
    const child = await given.student();
    const applicationId = await given.completeDraft(guardian, child);
    const declared = given.declaration(guardian, applicationId, { loginCheck: "TAKEN", subject });
    const submission = { applicationId, declaration: declared, idempotencyKey: randomUUID() };
    const submitted = dataOf(
      await graph.execute(guardian.viewer, operations.submitApplication, { input: submission }),
    );
    const requestId = submitted.submitApplication.requests[0].id;
    const teacher = await given.teacherOf(child);
    dataOf(
      await graph.execute(teacher, operations.returnRequest, {
        input: { requestId, reason: "信箱已被他人使用" },
      }),
    );
    const own = { ...guardian, subject, viewer: { ...guardian.viewer, subject, applicationId } };
    const input = { requestId, declaration: given.declaration(own, applicationId), strokes };
    const stale = await graph.execute(guardian.viewer, operations.resubmitRequest, { input });
    expect(codeOf(stale)).toBe("NOT_FOUND");
    expect(
      dataOf(await graph.execute(own.viewer, operations.resubmitRequest, { input })).resubmitRequest.status,
    ).toBe("PENDING");
    const shown = { requests: [{ id: requestId, version: 2 }] };
    const approved = await graph.execute(teacher, operations.approveRequests, { input: shown });
    expect(dataOf(approved).approveRequests.results[0].ok).toBe(true);
  });

  it("is not submitted again without a signature", async () => {
    const { guardian, requestId } = await given.returnedRequest();
    const answer = await graph.execute(guardian.viewer, operations.resubmitRequest, {
      input: { requestId, strokes: [] },
    });
    expect(codeOf(answer)).toBe("SIGNATURE_EMPTY");
    const shown = dataOf(await graph.execute(guardian.viewer, "{ myApplications { requests { status } } }"));
    expect(shown.myApplications[0].requests[0].status).toBe("RETURNED");
  });

  it("goes back and forth as often as it takes, each version sealed", async () => {
    const { guardian, requestId, applicationId, teacher } = await given.returnedRequest();
    for (const reason of ["再改", "還是不對"]) {
      dataOf(
        await graph.execute(guardian.viewer, operations.resubmitRequest, { input: { requestId, strokes } }),
      );
      dataOf(await graph.execute(teacher, operations.returnRequest, { input: { requestId, reason } }));
    }
    expect((await formsOf(applicationId)).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it("can be cancelled, and the guardian may apply for the student anew", async () => {
    const { guardian, requestId, student } = await given.returnedRequest();
    const { cancelRequest } = dataOf(
      await graph.execute(guardian.viewer, operations.cancelRequest, { id: requestId }),
    );
    expect(cancelRequest.status).toBe("CANCELLED");
    expect((await graph.published("binding.RequestCancelled")).map(({ key }) => key)).toContain(requestId);
    const again = await given.submittedRequest({ guardian, student });
    expect(again.requestId).not.toBe(requestId);
  });
});

describe("a request that is not returned", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it("can be cancelled while it waits, and is then no teacher's to decide", async () => {
    const { guardian, requestId, student } = await given.submittedRequest();
    dataOf(await graph.execute(guardian.viewer, operations.cancelRequest, { id: requestId }));
    const teacher = await given.teacherOf(student);
    const input = { requestIds: [requestId] };
    const { approveRequests } = dataOf(await graph.execute(teacher, operations.approveRequests, { input }));
    expect(approveRequests.results[0].refusal.code).toBe("REQUEST_ALREADY_DECIDED");
    expect(
      dataOf(await graph.execute(teacher, operations.classReview, { id: student.classId })).classReview[0]
        .pending,
    ).toEqual([]);
  });

  it("cannot be resubmitted while it waits, nor cancelled or resubmitted once bound", async () => {
    const waiting = await given.submittedRequest();
    const input = { requestId: waiting.requestId, strokes };
    expect(codeOf(await graph.execute(waiting.guardian.viewer, operations.resubmitRequest, { input }))).toBe(
      "REQUEST_NOT_OPEN",
    );
    const bound = await given.boundRequest();
    const { viewer } = bound.guardian;
    expect(codeOf(await graph.execute(viewer, operations.cancelRequest, { id: bound.requestId }))).toBe(
      "REQUEST_NOT_OPEN",
    );
    const late = { requestId: bound.requestId, strokes };
    expect(codeOf(await graph.execute(viewer, operations.resubmitRequest, { input: late }))).toBe(
      "REQUEST_NOT_OPEN",
    );
  });

  it("of another guardian answers as a missing one", async () => {
    const { requestId } = await given.submittedRequest();
    const otherGuardian = someGuardian().viewer;
    expect(codeOf(await graph.execute(otherGuardian, operations.cancelRequest, { id: requestId }))).toBe(
      "NOT_FOUND",
    );
    const input = { requestId, strokes };
    expect(codeOf(await graph.execute(otherGuardian, operations.resubmitRequest, { input }))).toBe(
      "NOT_FOUND",
    );
  });
});
