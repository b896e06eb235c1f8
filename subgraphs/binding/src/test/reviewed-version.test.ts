import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { someGuardian, staff } from "./people.js";

describe("a reviewer decides about what was shown", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const approve = async (teacher: ReturnType<typeof staff>, input: object) => {
    const { results } = dataOf(
      await graph.execute(teacher, operations.approveRequests, { input }),
    ).approveRequests;
    return results.map(({ ok, refusal }: { ok: boolean; refusal: { code: string } | null }) =>
      ok ? "ok" : refusal!.code,
    );
  };

  /** Returned, declared as another person, and sent in again. */
  async function resubmittedAsAnother() {
    const returned = await given.returnedRequest();
    const { guardian, requestId, applicationId } = returned;
    const declaration = given.declaration(guardian, applicationId, { personKey: someGuardian().personKey });
    const input = { requestId, declaration, strokes };
    dataOf(await graph.execute(guardian.viewer, operations.resubmitRequest, { input }));
    return returned;
  }

  it("shows which version a request is: 1 as submitted, one more each time it comes again", async () => {
    const { guardian, requestId, student } = await given.submittedRequest();
    const teacher = await given.teacherOf(student);
    const seen: number[] = [];
    for (let round = 0; round < 3; round++) {
      const [row] = dataOf(
        await graph.execute(teacher, operations.classReview, { id: student.classId }),
      ).classReview;
      seen.push(row.pending[0].version);
      dataOf(
        await graph.execute(teacher, operations.returnRequest, { input: { requestId, reason: "請補正" } }),
      );
      dataOf(
        await graph.execute(guardian.viewer, operations.resubmitRequest, { input: { requestId, strokes } }),
      );
    }
    expect(seen).toEqual([1, 2, 3]);
    const submissions = (await graph.published("binding.RequestSubmitted")).filter(
      ({ key }) => key === requestId,
    );
    expect(submissions.map(({ payload }) => payload.version)).toEqual([1, 2, 3, 4]);
  });

  it("returns no version that was not shown, where the client says which one was", async () => {
    const { requestId, teacher } = await resubmittedAsAnother();
    const give = async (version: number) =>
      graph.execute(teacher, operations.returnRequest, { input: { requestId, reason: "請補正", version } });
    expect(codeOf(await give(1))).toBe("REQUEST_CHANGED");
    expect(dataOf(await give(2)).returnRequest.status).toBe("RETURNED");
    // It has been decided: that is what whoever saw an older one is told.
    expect(codeOf(await give(1))).toBe("REQUEST_ALREADY_DECIDED");
  });

  it("offers a reviewer the reasons that they gave last, each once, and nobody else's", async () => {
    const first = await given.submittedRequest();
    const teacher = await given.teacherOf(first.student);
    const reviewed = async (who = teacher) =>
      dataOf(await graph.execute(who, "{ lastReturnReasons }")).lastReturnReasons;
    expect(await reviewed()).toEqual([]);
    for (const reason of ["關係有誤", "手機有誤", "關係有誤"]) {
      const input = { requestId: first.requestId, reason };
      dataOf(await graph.execute(teacher, operations.returnRequest, { input }));
      graph.clock.advance(1_000);
      const again = { requestId: first.requestId, strokes };
      dataOf(await graph.execute(first.guardian.viewer, operations.resubmitRequest, { input: again }));
    }
    expect(await reviewed()).toEqual(["關係有誤", "手機有誤"]);
    const { student } = await given.submittedRequest();
    expect(await reviewed(await given.teacherOf(student))).toEqual([]);
  });

  it("refuses the click of a page that showed the version before, with or without saying so", async () => {
    const { requestId, teacher } = await resubmittedAsAnother();
    expect(await approve(teacher, { requests: [{ id: requestId, version: 1 }] })).toEqual([
      "REQUEST_CHANGED",
    ]);
    expect(await approve(teacher, { requestIds: [requestId] })).toEqual(["REQUEST_CHANGED"]);
    expect(await approve(teacher, { requests: [{ id: requestId, version: 3 }] })).toEqual([
      "REQUEST_CHANGED",
    ]);
    expect(await approve(teacher, { requests: [{ id: requestId, version: 2 }] })).toEqual(["ok"]);
  });

  it("takes a request that was sent in once by its id alone", async () => {
    const { requestId, student } = await given.submittedRequest();
    expect(await approve(await given.teacherOf(student), { requestIds: [requestId] })).toEqual(["ok"]);
  });

  it.each([[{}], [{ requestIds: [], requests: [] }]])("wants one list of the two: %j", async (input) => {
    const answer = await graph.execute(staff("TEACHER", "403601"), operations.approveRequests, { input });
    expect(codeOf(answer)).toBe("BAD_INPUT");
  });

  it("lets one of a click and a correction at the same moment win, twenty times", async () => {
    for (let round = 0; round < 20; round++) {
      const { guardian, requestId, teacher } = await given.returnedRequest();
      const [[decision], corrected] = await Promise.all([
        approve(teacher, { requests: [{ id: requestId, version: 1 }] }),
        graph.execute(guardian.viewer, operations.resubmitRequest, { input: { requestId, strokes } }),
      ]);
      expect(["REQUEST_ALREADY_DECIDED", "REQUEST_CHANGED"]).toContain(decision);
      expect(dataOf(corrected).resubmitRequest).toMatchObject({ status: "PENDING", version: 2 });
    }
  });
});

describe("個資確認 of one request", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it("is its own: a father's is right beside a stranger's", async () => {
    const father = someGuardian();
    const child = await given.student({ parentPersonKeys: [father.personKey] });
    await given.submittedRequest({ guardian: father, student: child });
    await given.submittedRequest({ student: child });
    const teacher = await given.teacherOf(child);
    const [row] = dataOf(
      await graph.execute(teacher, operations.classReview, { id: child.classId }),
    ).classReview;
    expect(row.dataCheck).toBe("MISMATCH");
    expect(row.pending.map(({ dataCheck }: { dataCheck: string }) => dataCheck)).toEqual([
      "MATCH",
      "MISMATCH",
    ]);
  });

  it("tells the guardian nothing of whose parent they are", async () => {
    const father = someGuardian();
    const child = await given.student({ parentPersonKeys: [father.personKey] });
    for (const guardian of [father, someGuardian()]) {
      const { requestId } = await given.submittedRequest({ guardian, student: child });
      const of = [{ __typename: "BindingRequest", id: requestId }];
      const [entity] = dataOf(await graph.execute(guardian.viewer, operations.requestById, { of }))._entities;
      expect(entity.dataCheck).toBe("UNCHECKED");
    }
  });
});

describe("who decides where no teacher can", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const decide = async (viewer: ReturnType<typeof staff>, requestId: string) => {
    const { data } = await graph.execute(viewer, operations.approveRequests, {
      input: { requestIds: [requestId] },
    });
    const [{ ok, refusal }] = data.approveRequests.results;
    return ok ? "ok" : refusal.code;
  };

  /** Whether the request stands in the queue of the school's registrar. */
  async function waitsForRegistrar({
    requestId,
    student,
  }: {
    requestId: string;
    student: { schoolCode: string };
  }) {
    const registrar = staff("REGISTRAR", student.schoolCode);
    const query = "query ($school: ID!) { registrarReview(schoolCode: $school) { pending { id } } }";
    const rows = dataOf(
      await graph.execute(registrar, query, { school: student.schoolCode }),
    ).registrarReview;
    return rows.some(({ pending }: { pending: { id: string }[] }) =>
      pending.some(({ id }) => id === requestId),
    );
  }

  it("is the registrar, for a class without a homeroom teacher", async () => {
    const [one, other] = [await given.submittedRequest(), await given.submittedRequest()];
    expect(await waitsForRegistrar(one)).toBe(true);
    expect(await decide(staff("REGISTRAR", one.student.schoolCode), one.requestId)).toBe("ok");
    const input = { requestId: other.requestId, reason: "請補正" };
    const answer = await graph.execute(
      staff("REGISTRAR", other.student.schoolCode),
      operations.returnRequest,
      {
        input,
      },
    );
    expect(dataOf(answer).returnRequest.status).toBe("RETURNED");
  });

  it("is the registrar, for the teacher's own request, by whatever subject they sent it in", async () => {
    const teacherAsGuardian = someGuardian();
    const { requestId, student } = await given.submittedRequest({ guardian: teacherAsGuardian });
    const assign = async (subject: string) =>
      graph.deliver("roster.HomeroomAssigned", student.classId, {
        classId: student.classId,
        schoolCode: student.schoolCode,
        staffSubjectId: subject,
        from: new Date(graph.clock.now().getTime() - 1_000).toISOString(),
        until: null,
      });
    await assign(teacherAsGuardian.subject);
    const own = { ...staff("TEACHER", student.schoolCode), subject: teacherAsGuardian.subject };
    expect(await decide(own, requestId)).toBe("OWN_REQUEST");
    expect(await waitsForRegistrar({ requestId, student })).toBe(true);
    expect(await decide(staff("REGISTRAR", student.schoolCode), requestId)).toBe("ok");
    expect(await waitsForRegistrar({ requestId, student })).toBe(false);

    const again = await given.submittedRequest({
      guardian: { ...someGuardian(), personKey: teacherAsGuardian.personKey },
      student: await given.student({ classId: student.classId }),
    });
    expect(await decide(staff("REGISTRAR", student.schoolCode), again.requestId)).toBe("ok");
  });

  it("is the teacher alone where there is one who does not apply", async () => {
    const { requestId, student } = await given.submittedRequest();
    const teacher = await given.teacherOf(student);
    const registrar = staff("REGISTRAR", student.schoolCode);
    expect(await waitsForRegistrar({ requestId, student })).toBe(false);
    expect(await decide(registrar, requestId)).toBe("HOMEROOM_DECIDES");
    const input = { requestId, reason: "請補正" };
    expect(codeOf(await graph.execute(registrar, operations.returnRequest, { input }))).toBe(
      "HOMEROOM_DECIDES",
    );
    expect(await decide(teacher, requestId)).toBe("ok");
  });

  it("is never a registrar of another school, nor one who applies", async () => {
    const { requestId, student, guardian } = await given.submittedRequest();
    expect(await decide(staff("REGISTRAR", "403501"), requestId)).toBe("NOT_FOUND");
    const own = { ...staff("REGISTRAR", student.schoolCode), subject: guardian.subject };
    expect(await decide(own, requestId)).toBe("OWN_REQUEST");
    expect(await decide(staff("REGISTRAR", student.schoolCode), randomUUID())).toBe("NOT_FOUND");
  });
});
