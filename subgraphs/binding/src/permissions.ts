import {
  anyOf,
  anyone,
  type PermissionTable,
  type Rule,
  signedIn,
  withItsObject,
  withRole,
} from "@campus-graph/kit/permissions";
import { hasRole } from "@campus-graph/kit/viewer";

/** Whoever may apply for a child of their own: applicants and accounts, never a partner's program. */
const guardianToBe: Rule = {
  says: "an applicant or an account that is not held up by its initial password",
  allows: ({ viewer }) =>
    viewer.subject !== null && viewer.assurance !== "must-change-password" && !hasRole(viewer, "PARTNER"),
};

/** A token for one application reaches that application alone, and opens no other. */
const unnarrowedGuardianToBe: Rule = {
  says: `${guardianToBe.says}, whose token is not for one application`,
  allows: (asked) => asked.viewer.applicationId === null && guardianToBe.allows(asked),
};

const ownAccount: Rule = {
  says: "one's own account, signed in",
  allows: (asked) => signedIn.allows(asked) && (asked.source as { id: string }).id === asked.viewer.subject,
};

/** Which classes and students are theirs is decided by the roster's word, in the use case. */
const reviewer = anyOf(withRole("TEACHER"), withRole("REGISTRAR"));

export const permissions = {
  "Query.consentNotice": anyone,
  "Query.myApplications": guardianToBe,
  "Query.myBindings": signedIn,
  "Query.classReview": reviewer,
  "Query.bindingNotices": guardianToBe,

  "Mutation.startApplication": unnarrowedGuardianToBe,
  "Mutation.addStudentToApplication": guardianToBe,
  "Mutation.removeStudentFromApplication": guardianToBe,
  "Mutation.recordConsent": guardianToBe,
  "Mutation.declineConsent": guardianToBe,
  "Mutation.signApplication": guardianToBe,
  "Mutation.submitApplication": guardianToBe,
  "Mutation.cancelRequest": guardianToBe,
  "Mutation.resubmitRequest": guardianToBe,
  "Mutation.approveRequests": withRole("TEACHER"),
  "Mutation.returnRequest": withRole("TEACHER"),

  "Subscription.bindingOutcome": guardianToBe,

  "Account.id": withItsObject,
  "Account.bindings": ownAccount,
  "Student.*": withItsObject,
  "ConsentNotice.*": withItsObject,
  "BindingApplication.*": withItsObject,
  "BindingRequest.*": withItsObject,
  "Binding.*": withItsObject,
  "ClassReviewRow.*": withItsObject,
  "ReviewPayload.*": withItsObject,
  "ReviewResult.*": withItsObject,
  "Refusal.*": withItsObject,
  "BindingNotice.*": withItsObject,
  "BindingNoticeEdge.*": withItsObject,
  "BindingNoticeConnection.*": withItsObject,
  "PageInfo.*": withItsObject,
} satisfies PermissionTable;
