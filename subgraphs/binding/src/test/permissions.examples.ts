import { randomUUID } from "node:crypto";
import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import type { dataOf } from "../../../../test/harness/answer.js";
import type { permissions } from "../access/permissions.js";
import type { BindingAlone } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { signedIn, someGuardian, staff } from "./people.js";

/** The people and things that the examples speak of. */
export async function exampleWorld(graph: BindingAlone) {
  const given = givenIn(graph);
  const { guardian, requestId, student, teacher } = await given.returnedRequest();
  const applicationId = await given.draft(guardian);
  const account = signedIn(guardian);
  return {
    requestId,
    applicationId,
    classId: student.classId,
    schoolCode: student.schoolCode,
    accountId: guardian.subject,
    subjectId: guardian.subject,
    viewers: {
      nobody: anonymous,
      applicant: guardian.viewer,
      account,
      beginner: { ...account, assurance: "must-change-password" },
      otherGuardian: signedIn(someGuardian()),
      forOneApplication: { ...guardian.viewer, applicationId },
      teacher,
      registrar: staff("REGISTRAR", student.schoolCode),
      cashier: staff("CASHIER", student.schoolCode),
      support: staff("SUPPORT", student.schoolCode),
      wallet: { ...account, roles: [{ role: "PARTNER" }], clientId: "wallet" },
    } satisfies Record<string, Viewer>,
  };
}

export type ExampleWorld = Awaited<ReturnType<typeof exampleWorld>>;

/** Who asks for what. `sees` picks what must be there when it is allowed, and not when it is refused. */
export interface Example {
  as: keyof ExampleWorld["viewers"];
  query: string;
  with?: (world: ExampleWorld) => object;
  sees?: (data: ReturnType<typeof dataOf>) => unknown;
}

type Who = Example["as"];

/** One thing asked for by somebody who may and by somebody who may not. */
function of(query: Omit<Example, "as">, { allowed, refused }: { allowed: Who; refused: Who | null }) {
  return { allowed: { as: allowed, ...query }, refused: refused && { as: refused, ...query } };
}

const input = (make: (world: ExampleWorld) => object) => (world: ExampleWorld) => ({ input: make(world) });

const grid = {
  query:
    "query ($id: ID!) { classReview(classId: $id) { student { id } dataCheck bindings { id } pending { id } } }",
  with: ({ classId }: ExampleWorld) => ({ id: classId }),
  sees: (data: ReturnType<typeof dataOf>) => data.classReview?.[0],
};
const notices = {
  query: "{ bindingNotices { edges { cursor node { id kind request { id } } } pageInfo { endCursor } } }",
  sees: (data: ReturnType<typeof dataOf>) => data.bindingNotices?.edges[0],
};
const reviewNotices = {
  query:
    "{ reviewNotices { edges { cursor node { id cursor occurredAt classId } } pageInfo { endCursor } } }",
  sees: (data: ReturnType<typeof dataOf>) => data.reviewNotices?.edges[0],
};
const late = {
  query:
    "query ($school: ID!) { lateRequests(schoolCode: $school) { edges { cursor node { id } } pageInfo { endCursor } } }",
  with: ({ schoolCode }: ExampleWorld) => ({ school: schoolCode }),
};
const requestEntity = {
  query: operations.requestById,
  with: ({ requestId }: ExampleWorld) => ({ of: [{ __typename: "BindingRequest", id: requestId }] }),
  sees: (data: ReturnType<typeof dataOf>) => data._entities[0],
};
const accountEntity = {
  query: operations.accountBindings,
  with: ({ accountId }: ExampleWorld) => ({ of: [{ __typename: "Account", id: accountId }] }),
};
const supportCase = {
  query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on SupportCase {
    id requests { id status version appliedAt decidedAt } } } }`,
  with: ({ subjectId }: ExampleWorld) => ({ of: [{ __typename: "SupportCase", id: subjectId }] }),
  sees: (data: ReturnType<typeof dataOf>) => data._entities[0]?.requests?.[0],
};
const approve = { query: operations.approveRequests, with: input(() => ({ requestIds: [randomUUID()] })) };

const applies = { allowed: "applicant", refused: "wallet" } as const;
const reviews = { allowed: "teacher", refused: "cashier" } as const;
const ownOnly = { allowed: "applicant", refused: "otherGuardian" } as const;

/** For every row of the permission table, one example that it allows and one that it refuses. */
export const examples: Record<keyof typeof permissions, { allowed: Example; refused: Example | null }> = {
  "Query.consentNotice": of({ query: operations.consentNotice }, { allowed: "nobody", refused: null }),
  "Query.myApplications": of(
    { query: operations.myApplications },
    { allowed: "applicant", refused: "nobody" },
  ),
  "Query.myBindings": of({ query: operations.myBindings }, { allowed: "account", refused: "applicant" }),
  "Query.classReview": of(grid, { allowed: "registrar", refused: "applicant" }),
  "Query.registrarReview": of(
    {
      query: "query ($school: ID!) { registrarReview(schoolCode: $school) { student { id } } }",
      with: ({ schoolCode }) => ({ school: schoolCode }),
    },
    { allowed: "registrar", refused: "teacher" },
  ),
  "Query.lateRequests": of(late, { allowed: "registrar", refused: "teacher" }),
  "Query.lastReturnReasons": of(
    { query: "{ lastReturnReasons }", sees: (data) => data.lastReturnReasons?.[0] },
    { allowed: "teacher", refused: "cashier" },
  ),
  "Query.bindingNotices": of(notices, { allowed: "applicant", refused: "beginner" }),
  "Query.reviewNotices": of(reviewNotices, { allowed: "teacher", refused: "applicant" }),

  "Mutation.startApplication": of(
    { query: operations.startApplication },
    { allowed: "applicant", refused: "forOneApplication" },
  ),
  "Mutation.addStudentToApplication": of(
    {
      query: operations.addStudent,
      with: input(({ applicationId }) => ({ applicationId, match: "none", relationship: "FATHER" })),
    },
    applies,
  ),
  "Mutation.removeStudentFromApplication": of(
    {
      query: operations.removeStudent,
      with: input(({ applicationId }) => ({ applicationId, requestId: randomUUID() })),
    },
    applies,
  ),
  "Mutation.recordConsent": of(
    {
      query: operations.recordConsent,
      with: input(({ applicationId }) => ({ applicationId, version: "none", scrolledToEndAt: new Date(0) })),
    },
    applies,
  ),
  "Mutation.declineConsent": of(
    { query: operations.declineConsent, with: () => ({ id: randomUUID() }) },
    applies,
  ),
  "Mutation.signApplication": of(
    { query: operations.signApplication, with: input(({ applicationId }) => ({ applicationId, strokes })) },
    applies,
  ),
  "Mutation.submitApplication": of(
    {
      query: operations.submitApplication,
      with: input(({ applicationId }) => ({
        applicationId,
        declaration: "none",
        idempotencyKey: randomUUID(),
      })),
    },
    applies,
  ),
  "Mutation.cancelRequest": of(
    { query: operations.cancelRequest, with: () => ({ id: randomUUID() }) },
    applies,
  ),
  "Mutation.resubmitRequest": of(
    { query: operations.resubmitRequest, with: input(() => ({ requestId: randomUUID(), strokes })) },
    applies,
  ),
  "Mutation.approveRequests": of(approve, { allowed: "registrar", refused: "cashier" }),
  "Mutation.returnRequest": of(
    { query: operations.returnRequest, with: input(() => ({ requestId: randomUUID(), reason: "請補正" })) },
    { allowed: "teacher", refused: "account" },
  ),
  "Mutation.revokeBinding": of(
    { query: operations.revokeBinding, with: input(() => ({ bindingId: randomUUID(), reason: "誤核" })) },
    { allowed: "registrar", refused: "teacher" },
  ),

  "Subscription.bindingOutcome": of(
    { query: "subscription { bindingOutcome { id } }" },
    { allowed: "applicant", refused: "nobody" },
  ),
  "Subscription.reviewNotice": of(
    { query: "subscription { reviewNotice { id } }" },
    { allowed: "teacher", refused: "registrar" },
  ),

  "Account.id": of(
    {
      query: operations.accountBindings.replace("bindings { id student { id } }", "id"),
      with: accountEntity.with,
    },
    { allowed: "nobody", refused: null },
  ),
  "Account.bindings": of(accountEntity, { allowed: "account", refused: "otherGuardian" }),
  "SupportCase.id": of(
    {
      query: "query ($of: [_Any!]!) { _entities(representations: $of) { ... on SupportCase { id } } }",
      with: supportCase.with,
      sees: (data) => data._entities[0]?.id,
    },
    { allowed: "nobody", refused: null },
  ),
  "SupportCase.requests": of(supportCase, { allowed: "support", refused: "registrar" }),
  "SupportRequest.*": of(supportCase, { allowed: "support", refused: "account" }),
  "Student.*": of(grid, reviews),
  "ConsentNotice.*": of({ query: operations.consentNotice }, { allowed: "nobody", refused: null }),
  "BindingApplication.*": of(
    { query: operations.myApplications, sees: (data) => data.myApplications?.[0] },
    ownOnly,
  ),
  "BindingRequest.*": of(requestEntity, ownOnly),
  "BindingRequestEdge.*": of(late, { allowed: "registrar", refused: "cashier" }),
  "BindingRequestConnection.*": of(late, { allowed: "registrar", refused: "applicant" }),
  "Binding.*": of(accountEntity, { allowed: "account", refused: "otherGuardian" }),
  "ClassReviewRow.*": of(grid, reviews),
  "ReviewPayload.*": of(approve, reviews),
  "ReviewResult.*": of(approve, reviews),
  "Refusal.*": of(approve, reviews),
  "BindingNotice.*": of(notices, ownOnly),
  "BindingNoticeEdge.*": of(notices, ownOnly),
  "BindingNoticeConnection.*": of(notices, { allowed: "applicant", refused: "nobody" }),
  "ReviewNotice.*": of(reviewNotices, reviews),
  "ReviewNoticeEdge.*": of(reviewNotices, reviews),
  "ReviewNoticeConnection.*": of(reviewNotices, reviews),
  "PageInfo.*": of(notices, { allowed: "applicant", refused: "nobody" }),
};
