import {
  anyOf,
  anyone,
  applicant,
  type PermissionTable,
  type Rule,
  signedIn,
  unnarrowedApplicant,
  withItsObject,
  withRole,
} from "@campus-graph/kit/auth/permissions";

const ownAccount: Rule = {
  says: "one's own account, signed in",
  allows: (request) =>
    signedIn.allows(request) && (request.source as { id: string }).id === request.viewer.subject,
};

/** Which classes and students are theirs is decided by the roster's word, in the use case. */
const reviewer = anyOf(withRole("TEACHER"), withRole("REGISTRAR"));

export const permissions = {
  "Query.consentNotice": anyone,
  "Query.myApplications": applicant,
  "Query.myBindings": signedIn,
  "Query.classReview": reviewer,
  "Query.registrarReview": withRole("REGISTRAR"),
  "Query.lateRequests": withRole("REGISTRAR", ({ schoolCode }) => schoolCode),
  "Query.lastReturnReasons": reviewer,
  "Query.bindingNotices": applicant,
  "Query.reviewNotices": withRole("TEACHER"),

  "Mutation.startApplication": unnarrowedApplicant,
  "Mutation.addStudentToApplication": applicant,
  "Mutation.removeStudentFromApplication": applicant,
  "Mutation.recordConsent": applicant,
  "Mutation.declineConsent": applicant,
  "Mutation.signApplication": applicant,
  "Mutation.submitApplication": applicant,
  "Mutation.cancelRequest": applicant,
  "Mutation.resubmitRequest": applicant,
  "Mutation.approveRequests": reviewer,
  "Mutation.returnRequest": reviewer,
  "Mutation.revokeBinding": withRole("REGISTRAR"),

  "Subscription.bindingOutcome": applicant,
  "Subscription.reviewNotice": withRole("TEACHER"),

  "Account.id": withItsObject,
  "Account.bindings": ownAccount,
  "SupportCase.id": withItsObject,
  "SupportCase.requests": withRole("SUPPORT"),
  "SupportRequest.*": withItsObject,
  "Student.*": withItsObject,
  "ConsentNotice.*": withItsObject,
  "BindingApplication.*": withItsObject,
  "BindingRequest.*": withItsObject,
  "BindingRequestEdge.*": withItsObject,
  "BindingRequestConnection.*": withItsObject,
  "Binding.*": withItsObject,
  "ClassReviewRow.*": withItsObject,
  "ReviewPayload.*": withItsObject,
  "ReviewResult.*": withItsObject,
  "Refusal.*": withItsObject,
  "BindingNotice.*": withItsObject,
  "BindingNoticeEdge.*": withItsObject,
  "BindingNoticeConnection.*": withItsObject,
  "ReviewNotice.*": withItsObject,
  "ReviewNoticeEdge.*": withItsObject,
  "ReviewNoticeConnection.*": withItsObject,
  "PageInfo.*": withItsObject,
} satisfies PermissionTable;
