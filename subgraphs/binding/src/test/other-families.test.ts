import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn } from "./given.js";
import * as operations from "./operations.js";
import { signedIn, someGuardian, staff } from "./people.js";

describe("a request as an entity", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const seenBy = async (viewer: ReturnType<typeof staff>, id: string) => {
    const of = [{ __typename: "BindingRequest", id }];
    return dataOf(await graph.execute(viewer, operations.requestById, { of }))._entities[0];
  };

  it("is there for its guardian, its homeroom teacher and its registrar", async () => {
    const { guardian, requestId, student } = await given.submittedRequest();
    const teacher = await given.teacherOf(student);
    for (const viewer of [
      guardian.viewer,
      signedIn(guardian),
      teacher,
      staff("REGISTRAR", student.schoolCode),
    ])
      expect(await seenBy(viewer, requestId)).toMatchObject({ id: requestId });
  });

  it("is null for everybody else, exactly as one that does not exist", async () => {
    const { guardian, requestId, student, applicationId } = await given.submittedRequest();
    const teacher = await given.teacherOf(student);
    const others = [
      someGuardian().viewer,
      signedIn(someGuardian()),
      staff("CASHIER", student.schoolCode),
      staff("TEACHER", student.schoolCode),
      staff("REGISTRAR", "403501"),
      { ...teacher, assurance: "must-change-password" as const },
      { ...signedIn(guardian), assurance: "must-change-password" as const },
      { ...guardian.viewer, subject: null, assurance: "anonymous" as const },
      { ...guardian.viewer, applicationId: randomUUID() },
    ];
    for (const viewer of others) expect(await seenBy(viewer, requestId)).toBeNull();
    expect(await seenBy({ ...guardian.viewer, applicationId }, requestId)).not.toBeNull();
    expect(await seenBy(guardian.viewer, randomUUID())).toBeNull();
    expect(await seenBy(guardian.viewer, "nonsense")).toBeNull();
  });

  it("is its guardian's alone while it is a draft", async () => {
    const guardian = someGuardian();
    const child = await given.student();
    const requestId = await given.addedStudent(guardian, await given.draft(guardian), child);
    expect(await seenBy(guardian.viewer, requestId)).toMatchObject({ status: "DRAFT" });
    expect(await seenBy(await given.teacherOf(child), requestId)).toBeNull();
  });

  it("costs as many statements for many as for one", async () => {
    const { student, requestId } = await given.submittedRequest();
    const more = await Promise.all([1, 2, 3].map(() => given.submittedRequest({ student })));
    const teacher = await given.teacherOf(student);
    await graph.settle();
    graph.statements.length = 0;
    const of = [requestId, ...more.map((each) => each.requestId)].map((id) => ({
      __typename: "BindingRequest",
      id,
    }));
    expect(dataOf(await graph.execute(teacher, operations.requestById, { of }))._entities).toHaveLength(4);
    expect(graph.statements.filter((sql) => sql.includes("homeroom"))).toHaveLength(1);
  });
});

describe("an account's bindings", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it("are the account's own", async () => {
    const { guardian, student } = await given.boundRequest();
    const of = [{ __typename: "Account", id: guardian.subject }];
    const own = dataOf(await graph.execute(signedIn(guardian), operations.accountBindings, { of }))
      ._entities[0].bindings;
    expect(own).toMatchObject([{ student: { id: student.studentId } }]);
    for (const viewer of [signedIn(someGuardian()), guardian.viewer, staff("TEACHER", student.schoolCode)]) {
      const answer = await graph.execute(viewer, operations.accountBindings, { of });
      expect(answer.data._entities[0]).toBeNull();
      expect(codeOf(answer)).toBe("FORBIDDEN");
    }
  });
});
