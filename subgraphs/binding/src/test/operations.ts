/** The operations that the tests send, in the graph's own words. */
const application = "{ id status step consentVersion submittedAt requests { id status student { id } } }";
const request =
  "{ id status version relationship otherRelationship appliedAt returnReason dataCheck provisionRefusal { code } student { id } }";

export const startApplication = `mutation { startApplication ${application} }`;
export const addStudent = `mutation ($input: AddStudentInput!) { addStudentToApplication(input: $input) ${request} }`;
export const removeStudent = `mutation ($input: RemoveStudentInput!) { removeStudentFromApplication(input: $input) ${application} }`;
export const recordConsent = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) ${application} }`;
export const declineConsent = `mutation ($id: ID!) { declineConsent(applicationId: $id) ${application} }`;
export const signApplication = `mutation ($input: SignApplicationInput!) { signApplication(input: $input) ${application} }`;
export const submitApplication = `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) ${application} }`;
export const cancelRequest = `mutation ($id: ID!) { cancelRequest(requestId: $id) ${request} }`;
export const resubmitRequest = `mutation ($input: ResubmitRequestInput!) { resubmitRequest(input: $input) ${request} }`;
export const approveRequests =
  "mutation ($input: ApproveRequestsInput!) { approveRequests(input: $input) { results { requestId ok refusal { code message } } } }";
export const returnRequest = `mutation ($input: ReturnRequestInput!) { returnRequest(input: $input) ${request} }`;
export const revokeBinding = `mutation ($input: RevokeBindingInput!) { revokeBinding(input: $input) ${request} }`;
export const consentNotice = "{ consentNotice { version title summary body } }";
export const myApplications = `{ myApplications ${application} }`;
export const myBindings = `{ myBindings { id relationship since student { id } request ${request} } }`;
export const classReview = `query ($id: ID!) { classReview(classId: $id) {
  student { id } dataCheck
  bindings { id relationship student { id } since request ${request} }
  pending ${request}
} }`;
export const bindingNotices = `query ($first: Int, $after: Cursor, $last: Int) {
  bindingNotices(first: $first, after: $after, last: $last) {
    edges { cursor node { id cursor kind occurredAt reason request ${request} } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
export const requestById = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on BindingRequest ${request} } }`;
export const accountBindings =
  "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Account { bindings { id student { id } } } } }";
