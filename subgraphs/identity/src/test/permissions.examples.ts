import { generateKeyPairSync } from "node:crypto";
import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { readServerKeys } from "../push/server-keys.js";
import { type Applicant, fresh, keys, signedIn } from "./given.js";

/** What the examples are asked of: an account with a request that its homeroom teacher reviews, and an applicant. */
export interface World {
  account: { subjectId: string; password: string };
  /** Guardians of the school, whose accounts an example changes. */
  toDisableId: string;
  toRestartId: string;
  requestId: string;
  /** The one of that request, which the account declared its guardian for. */
  applicationId: string;
  studentId: string;
  teacherId: string;
  /** What waits for the account owner's word. */
  linkId: string;
  /** A message that was given up. */
  undeliveredId: string;
  /** One of the account's sessions, which an example ends. */
  sessionId: string;
  /** A wallet that the account has linked, which an example ends. */
  walletLinkId: string;
  applicant: Applicant;
  /** A teacher's at 403601, who is somebody else. */
  staffRoleId: string;
  /** A code that was just mailed, and what it answers. */
  contactChallengeId: string;
  contactCode: string;
  challengeId: string;
  code: string;
  /** Somebody whose data lies ready as a file, and a code that just went to their own address. */
  dataOwnerId: string;
  /** Somebody who wishes to be here no longer, and their code then. */
  leaverId: string;
  dataRequestId: string;
  ownChallengeId: string;
  ownCode: string;
  /** What the account's authenticator, which is about to be enrolled, shows now. */
  factorCode: string;
  now: Date;
}

/** One question and who asks it. */
export interface Example {
  viewer: (world: World) => Viewer;
  query: (world: World) => string;
}

/** Who gets the field, and who does not; nobody is refused what is open to all. */
export interface Examples {
  allowed: Example;
  refused?: Example;
}

type Ask = (world: World) => string;
const ask = (viewer: (world: World) => Viewer, query: Ask): Example => ({ viewer, query });

const nobody = () => anonymous;
const holder = ({ account }: World) => signedIn(account.subjectId, { role: "GUARDIAN" });
/** Another guardian, who changes their address. */
const mover = ({ toRestartId }: World) => signedIn(toRestartId, { role: "GUARDIAN" });
const heldUp = ({ account }: World): Viewer => ({
  ...signedIn(account.subjectId),
  assurance: "must-change-password",
});
const reviewer = ({ teacherId }: World) => signedIn(teacherId, { role: "TEACHER", schoolCode: "403601" });
const stranger = () =>
  signedIn("0195d000-0000-7000-8000-00000000dead", { role: "TEACHER", schoolCode: "403601" });
const applicant = ({ applicant }: World) => applicant.viewer;
const itOffice = () => signedIn("0195d000-0000-7000-8000-0000000017ff", { role: "IT", schoolCode: "403601" });
/** Of the bureau, without a second factor given. */
const bureauOffice = () => signedIn("0195d000-0000-7000-8000-0000000019ff", { role: "BUREAU" });
const wallet = (): Viewer => ({ ...signedIn("wallet", { role: "PARTNER" }), clientId: "wallet" });
/** What the wallet of the account's guardian comes with. */
const linkedWallet = (world: World): Viewer => ({
  ...holder(world),
  clientId: "wallet",
  scopes: ["bills:read", "notices:subscribe"],
});

const it = () => fresh("0195d000-0000-7000-8000-000000000017", { role: "IT", schoolCode: "403601" });
const otherIt = () => fresh("0195d000-0000-7000-8000-000000000018", { role: "IT", schoolCode: "403602" });
const bureau = () => fresh("0195d000-0000-7000-8000-000000000019", { role: "BUREAU" });

const entity = (type: string, id: string, fields: string, further = "") =>
  `{ _entities(representations: [{ __typename: "${type}", id: "${id}" ${further}}]) { ... on ${type} { ${fields} } } }`;
const request =
  (fields: string): Ask =>
  ({ requestId }) =>
    entity("BindingRequest", requestId, fields, "version: 1 ");
const student =
  (fields: string): Ask =>
  ({ studentId }) =>
    entity("Student", studentId, fields);
const account =
  (field: string): Ask =>
  ({ account }) =>
    entity("Account", account.subjectId, field);
const code = (fields: string) => () =>
  `mutation { requestVerificationCode(input: { by: EMAIL, target: "somebody-${newId()}@example.com" }) { ${fields} } }`;
const confirm =
  (fields: string): Ask =>
  ({ challengeId, code }) =>
    `mutation { confirmVerificationCode(input: { challengeId: "${challengeId}", code: "${code}" }) { ${fields} } }`;
const verify =
  (fields: string): Ask =>
  ({ challengeId, code }) =>
    `mutation { verifyContact(input: { challengeId: "${challengeId}", code: "${code}" }) { ${fields} } }`;
const signByCode =
  (fields: string): Ask =>
  ({ challengeId, code }) =>
    `mutation { confirmSignature(input: { challengeId: "${challengeId}", code: "${code}", applicationId: "${newId()}" }) { ${fields} } }`;
const correct: Ask = ({ applicationId }) =>
  `mutation { correctGuardian(input: { applicationId: "${applicationId}", name: "林志明", email: "guardian@example.com", mobile: "0911222333" }) { loginCheck } }`;
const application =
  (fields: string): Ask =>
  ({ applicationId }) =>
    entity("BindingApplication", applicationId, fields);
const declare = (fields: string) => () =>
  `mutation { setGuardian(input: { applicationId: "${newId()}", name: "王大明", nationalId: "A123456789", email: "applicant@example.com", mobile: "0911222333" }) { ${fields} } }`;
const change: Ask = ({ account }) =>
  `mutation { changePassword(input: { currentPassword: "${account.password}", newPassword: "nine paper lanterns" }) { id } }`;

const end: Ask = ({ sessionId }) => `mutation { endSession(id: "${sessionId}") { id } }`;
const sessions: Ask = () => "{ mySessions { id client since lastSeenAt address agent current } }";

const dataOwner = ({ dataOwnerId }: World) => signedIn(dataOwnerId, { role: "GUARDIAN" });
const leaver = ({ leaverId }: World) => signedIn(leaverId, { role: "GUARDIAN" });
const deletion: Ask = ({ ownChallengeId, ownCode }) =>
  `mutation { requestDeletion(input: { challengeId: "${ownChallengeId}", code: "${ownCode}" }) { requestedAt destroysAt } }`;
const dataRequests: Ask = () => "{ myDataRequests { id askedAt gathered sources } }";
const requestData: Ask = () => "mutation { requestMyData { id askedAt gathered sources } }";
const openData: Ask = ({ dataRequestId, ownChallengeId, ownCode }) =>
  `mutation { openMyData(input: { requestId: "${dataRequestId}", challengeId: "${ownChallengeId}", code: "${ownCode}" }) {
    page { url expiresAt } json { url expiresAt } } }`;

const disclosures: Ask = () =>
  "{ myDisclosures { edges { cursor node { at by role what } } pageInfo { endCursor } } }";
const childDisclosures: Ask = ({ studentId }) =>
  `{ childDisclosures(studentId: "${studentId}") { edges { node { at what } } } }`;
const walletLinks: Ask = () => "{ myWalletLinks { id scopes since partner { id name } } }";
const partners =
  (fields: string): Ask =>
  () =>
    `{ partners { ${fields} } }`;
const linkedPartner =
  (fields: string): Ask =>
  () =>
    `{ myWalletLinks { partner { ${fields} } } }`;
const onPartner =
  (act: string, content = "", fields = "id"): Ask =>
  () =>
    `mutation { ${act}(input: { id: "wallet", reason: "合約", ${content} }) { ${fields} } }`;
const suspend = (fields: string) => onPartner("suspendPartner", "", fields);
/** A public key as a text within a text. */
const partnerKey = JSON.stringify(
  JSON.stringify(generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" })),
);
const register: Ask = () =>
  `mutation { registerPartner(input: { id: "bank-${newId().slice(-12)}", name: "銀行", channels: [ATM], scopes: ["bills:read"], key: ${partnerKey}, reason: "合約" }) { id } }`;
const unlink: Ask = ({ walletLinkId }) => `mutation { unlinkWallet(id: "${walletLinkId}") { id } }`;
const undelivered =
  (fields: string): Ask =>
  () =>
    `{ undeliveredMessages { ${fields} } }`;
const resend: Ask = ({ undeliveredId }) => `mutation { resendMessage(id: "${undeliveredId}") { id } }`;
const choices: Ask = () => "{ deliveryPreferences { kind email sms push } }";
const choose: Ask = () =>
  "mutation { setDeliveryPreference(input: { kind: BILLS, channel: EMAIL, wanted: true }) { kind email } }";
const serverKey = () => readServerKeys(keys().jwks("pushJwks"))[0]!.publicKey;
const push: Ask = () => "{ pushService { serverKey subscribed } }";
const subscribe: Ask = () =>
  `mutation { subscribeToPush(input: { endpoint: "https://fcm.googleapis.com/fcm/send/one", p256dh: "${serverKey()}", auth: "${"A".repeat(22)}", serverKey: "${serverKey()}" }) { subscribed } }`;
const unsubscribe: Ask = () => "mutation { unsubscribeFromPush { subscribed } }";

const answer: Ask = ({ linkId }) =>
  `mutation { answerPersonLink(input: { id: "${linkId}", accept: false }) { id } }`;

const find =
  (fields: string): Ask =>
  () =>
    `{ accounts(input: { email: "guardian@example.com" }) { ${fields} } }`;
const managed = `id maskedName maskedEmail maskedMobile isGuardian staffRoles { id } state createdAt firstSignInUntil isChangeable`;

const care =
  (act: string): Ask =>
  ({ account: { subjectId } }) =>
    `mutation { ${act}(input: { accountId: "${subjectId}", reason: "asked at the counter" }) { id } }`;
const factors: Ask = () => "{ mySecondFactors { id kind name since usedAt } }";
const enrol: Ask = () => "mutation { enrolSecondFactor { secret uri } }";
const confirmFactor: Ask = ({ factorCode }) =>
  `mutation { confirmSecondFactor(code: "${factorCode}") { codes } }`;
const reveal: Ask = ({ requestId }) =>
  `mutation { revealGuardianId(input: { requestId: "${requestId}", reason: "核對戶籍謄本" }) { nationalId } }`;
const withFactor =
  (viewer: (world: World) => Viewer) =>
  (world: World): Viewer => ({ ...viewer(world), secondFactor: { givenAt: world.now.getTime() } });
const freshReviewer = withFactor(reviewer);
export const freshHolder = withFactor(holder);

const signIns =
  (fields: string): Ask =>
  () =>
    `{ mySignIns { ${fields} } }`;
const name: Ask = () => `mutation { setUserName(input: { userName: "lin-chih-ming" }) { id } }`;
const changeContact: Ask = () =>
  `mutation { requestContactChange(input: { by: EMAIL, target: "new-${newId()}@example.com" }) { challengeId } }`;

/** For every row of the permission table. */
const staffRole = "id role school { code } from state name email mayApprove isOwn account { id }";
const staff = (fields: string) => () => `{ staff(schoolCode: "403601") { ${fields} } }`;
const appoint =
  (fields: string, role = "TEACHER") =>
  () =>
    `mutation { appointStaff(input: { email: "staff-${newId()}@example.com", name: "陳老師", role: ${role}, schoolCode: "403601" }) { ${fields} } }`;
const onRole = (act: (id: string) => string) => (world: World) =>
  `mutation { ${act(world.staffRoleId)} { id } }`;
const importSheet = (fields: string) => () =>
  `mutation { importStaff(input: { schoolCode: "403601", dryRun: true, content: "name,email,role\\n陳老師,chen@example.com,TEACHER" }) { ${fields} } }`;
const importWrong = () =>
  `mutation { importStaff(input: { schoolCode: "403601", content: "name,email,role\\n,chen@example.com,TEACHER" }) { problems { line column message code } } }`;

const support = () => signedIn(newId(), { role: "SUPPORT", schoolCode: "403601" });
const supportElsewhere = () => signedIn(newId(), { role: "SUPPORT", schoolCode: "343602" });
const supportCase =
  (fields: string): Ask =>
  ({ account }) =>
    `{ supportCase(id: "${account.subjectId}") { ${fields} } }`;

export const examples: Record<string, Examples> = {
  "Query.staff": {
    allowed: ask(it, staff("pageInfo { hasNextPage }")),
    refused: ask(otherIt, staff("pageInfo { hasNextPage }")),
  },
  "Mutation.appointStaff": { allowed: ask(it, appoint("id")), refused: ask(otherIt, appoint("id")) },
  "Mutation.approveStaffRole": {
    allowed: ask(
      bureau,
      onRole((id) => `approveStaffRole(id: "${id}")`),
    ),
    refused: ask(
      otherIt,
      onRole((id) => `approveStaffRole(id: "${id}")`),
    ),
  },
  "Mutation.endStaffRole": {
    allowed: ask(
      bureau,
      onRole((id) => `endStaffRole(input: { id: "${id}", on: "2099-01-01" })`),
    ),
    refused: ask(
      holder,
      onRole((id) => `endStaffRole(input: { id: "${id}", on: "2099-01-01" })`),
    ),
  },
  "Mutation.undoStaffRoleEnd": {
    allowed: ask(
      bureau,
      onRole((id) => `undoStaffRoleEnd(id: "${id}")`),
    ),
    refused: ask(
      reviewer,
      onRole((id) => `undoStaffRoleEnd(id: "${id}")`),
    ),
  },
  "Mutation.importStaff": {
    allowed: ask(it, importSheet("applied")),
    refused: ask(otherIt, importSheet("applied")),
  },
  "StaffImport.*": { allowed: ask(it, importSheet("applied")), refused: ask(holder, importSheet("applied")) },
  "StaffImportLine.*": {
    allowed: ask(it, importSheet("lines { line name email role outcome }")),
    refused: ask(holder, importSheet("lines { line name email role outcome }")),
  },
  "StaffImportProblem.*": { allowed: ask(it, importWrong), refused: ask(holder, importWrong) },
  "StaffRoleConnection.*": {
    allowed: ask(it, staff("edges { cursor } pageInfo { hasNextPage }")),
    refused: ask(holder, staff("edges { cursor } pageInfo { hasNextPage }")),
  },
  "StaffRoleEdge.*": {
    allowed: ask(it, staff("edges { cursor node { id } }")),
    refused: ask(reviewer, staff("edges { cursor node { id } }")),
  },
  "SchoolClass.*": {
    allowed: ask(
      it,
      () =>
        `mutation { appointStaff(input: { email: "staff-${newId()}@example.com", name: "陳老師", role: TEACHER, schoolCode: "403601", classId: "${newId()}" }) { schoolClass { id } } }`,
    ),
    refused: ask(reviewer, staff("edges { node { schoolClass { id } } }")),
  },
  "Query.me": { allowed: ask(holder, () => "{ me { id } }"), refused: ask(heldUp, () => "{ me { id } }") },
  "Query.myPersonLinks": {
    allowed: ask(holder, () => "{ myPersonLinks { id } }"),
    refused: ask(heldUp, () => "{ myPersonLinks { id } }"),
  },
  "Query.mySessions": { allowed: ask(holder, sessions), refused: ask(heldUp, sessions) },
  "Query.mySecondFactors": { allowed: ask(holder, factors), refused: ask(heldUp, factors) },
  "SecondFactor.*": { allowed: ask(holder, factors), refused: ask(applicant, factors) },
  "Mutation.enrolSecondFactor": { allowed: ask(freshHolder, enrol), refused: ask(wallet, enrol) },
  "SecondFactorEnrolment.*": { allowed: ask(freshHolder, enrol), refused: ask(applicant, enrol) },
  "Mutation.confirmSecondFactor": {
    allowed: ask(freshHolder, confirmFactor),
    refused: ask(heldUp, confirmFactor),
  },
  "RecoveryCodes.*": { allowed: ask(freshHolder, confirmFactor), refused: ask(applicant, confirmFactor) },
  "Mutation.revealGuardianId": { allowed: ask(freshReviewer, reveal), refused: ask(reviewer, reveal) },
  "RevealedNationalId.*": { allowed: ask(freshReviewer, reveal), refused: ask(stranger, reveal) },
  "Query.mySignIns": {
    allowed: ask(holder, signIns("pageInfo { hasNextPage }")),
    refused: ask(heldUp, signIns("pageInfo { hasNextPage }")),
  },
  "SignInAttempt.*": {
    allowed: ask(holder, signIns("edges { node { at succeeded client address agent } }")),
    refused: ask(applicant, signIns("edges { node { at } }")),
  },
  "SignInAttemptEdge.*": { allowed: ask(holder, signIns("edges { cursor node { at } }")) },
  "SignInAttemptConnection.*": {
    allowed: ask(holder, signIns("edges { cursor } pageInfo { hasNextPage }")),
  },
  "Mutation.setUserName": { allowed: ask(holder, name), refused: ask(heldUp, name) },
  "Mutation.requestContactChange": {
    allowed: ask(holder, changeContact),
    refused: ask(applicant, changeContact),
  },
  "Mutation.confirmContactChange": {
    allowed: ask(
      mover,
      ({ contactChallengeId, contactCode }) =>
        `mutation { confirmContactChange(input: { challengeId: "${contactChallengeId}", code: "${contactCode}" }) { id } }`,
    ),
    refused: ask(
      heldUp,
      ({ contactChallengeId, contactCode }) =>
        `mutation { confirmContactChange(input: { challengeId: "${contactChallengeId}", code: "${contactCode}" }) { id } }`,
    ),
  },
  "Account.userName": {
    allowed: ask(holder, account("userName")),
    refused: ask(reviewer, account("userName")),
  },
  "Session.*": { allowed: ask(holder, sessions), refused: ask(applicant, sessions) },
  "Query.myDisclosures": { allowed: ask(holder, disclosures), refused: ask(heldUp, disclosures) },
  "Query.childDisclosures": {
    allowed: ask(holder, childDisclosures),
    refused: ask(applicant, childDisclosures),
  },
  "Disclosure.*": { allowed: ask(holder, disclosures), refused: ask(linkedWallet, disclosures) },
  "DisclosureEdge.*": { allowed: ask(holder, disclosures), refused: ask(applicant, disclosures) },
  "DisclosureConnection.*": { allowed: ask(holder, childDisclosures), refused: ask(nobody, disclosures) },
  "Query.myDataRequests": { allowed: ask(dataOwner, dataRequests), refused: ask(applicant, dataRequests) },
  "DataRequest.*": { allowed: ask(dataOwner, dataRequests), refused: ask(linkedWallet, dataRequests) },
  "Mutation.requestMyData": { allowed: ask(mover, requestData), refused: ask(heldUp, requestData) },
  "Mutation.openMyData": { allowed: ask(dataOwner, openData), refused: ask(holder, openData) },
  "DataFileLinks.*": { allowed: ask(dataOwner, openData), refused: ask(stranger, openData) },
  "DocumentLink.*": { allowed: ask(dataOwner, openData), refused: ask(applicant, openData) },
  "Mutation.requestDeletion": {
    allowed: ask(dataOwner, deletion),
    refused: ask(linkedWallet, deletion),
  },
  "AccountDeletion.*": { allowed: ask(leaver, deletion), refused: ask(applicant, deletion) },
  "Query.myWalletLinks": { allowed: ask(holder, walletLinks), refused: ask(heldUp, walletLinks) },
  "WalletLink.*": { allowed: ask(holder, walletLinks), refused: ask(applicant, walletLinks) },
  "Partner.id": { allowed: ask(holder, walletLinks), refused: ask(linkedWallet, walletLinks) },
  "Partner.name": { allowed: ask(itOffice, partners("name")), refused: ask(linkedWallet, walletLinks) },
  "Partner.suspendedAt": {
    allowed: ask(bureau, suspend("suspendedAt")),
    refused: ask(itOffice, suspend("suspendedAt")),
  },
  "Partner.registeredAt": {
    allowed: ask(bureau, partners("registeredAt")),
    refused: ask(holder, linkedPartner("registeredAt")),
  },
  "Partner.keys": {
    allowed: ask(itOffice, partners("keys { id }")),
    refused: ask(holder, linkedPartner("keys { id }")),
  },
  "Partner.channels": {
    allowed: ask(itOffice, partners("channels")),
    refused: ask(holder, linkedPartner("channels")),
  },
  "Partner.scopes": {
    allowed: ask(itOffice, partners("scopes")),
    refused: ask(holder, linkedPartner("scopes")),
  },
  "Partner.redirectUris": {
    allowed: ask(itOffice, partners("redirectUris")),
    refused: ask(holder, linkedPartner("redirectUris")),
  },
  "PartnerKey.*": {
    allowed: ask(bureau, partners("keys { id since }")),
    refused: ask(holder, partners("keys { id since }")),
  },
  "Query.partners": { allowed: ask(itOffice, partners("id")), refused: ask(reviewer, partners("id")) },
  "Mutation.registerPartner": {
    allowed: ask(withFactor(bureauOffice), register),
    refused: ask(bureauOffice, register),
  },
  "Mutation.changePartner": {
    allowed: ask(withFactor(bureauOffice), onPartner("changePartner", 'name: "悠遊付"')),
    refused: ask(withFactor(itOffice), onPartner("changePartner", 'name: "另一家"')),
  },
  "Mutation.endPartnerKey": {
    allowed: ask(withFactor(bureauOffice), onPartner("endPartnerKey", 'keyId: "one"')),
    refused: ask(bureauOffice, onPartner("endPartnerKey", 'keyId: "one"')),
  },
  "Mutation.addPartnerKey": {
    allowed: ask(withFactor(bureauOffice), onPartner("addPartnerKey", `key: ${partnerKey}`)),
    refused: ask(bureauOffice, onPartner("addPartnerKey", `key: ${partnerKey}`)),
  },
  "Mutation.suspendPartner": {
    allowed: ask(bureauOffice, onPartner("suspendPartner")),
    refused: ask(withFactor(itOffice), onPartner("suspendPartner")),
  },
  "Mutation.resumePartner": {
    allowed: ask(withFactor(bureauOffice), onPartner("resumePartner")),
    refused: ask(bureauOffice, onPartner("resumePartner")),
  },
  "Mutation.unlinkWallet": { allowed: ask(holder, unlink), refused: ask(linkedWallet, unlink) },
  "Mutation.endSession": { allowed: ask(holder, end), refused: ask(heldUp, end) },
  "Mutation.answerPersonLink": { allowed: ask(holder, answer), refused: ask(heldUp, answer) },
  "PersonLink.*": {
    allowed: ask(holder, () => "{ myPersonLinks { id requestId appliedAt expiresAt } }"),
    refused: ask(applicant, () => "{ myPersonLinks { id requestId appliedAt expiresAt } }"),
  },
  "Query.accounts": {
    allowed: ask(itOffice, find("edges { node { id } }")),
    refused: ask(reviewer, find("edges { node { id } }")),
  },
  "Mutation.disableAccount": {
    allowed: ask(
      itOffice,
      ({ toDisableId }) =>
        `mutation { disableAccount(input: { accountId: "${toDisableId}", reason: "lost" }) { id } }`,
    ),
    refused: ask(holder, care("disableAccount")),
  },
  "Mutation.enableAccount": {
    allowed: ask(itOffice, care("enableAccount")),
    refused: ask(reviewer, care("enableAccount")),
  },
  "Mutation.resetSecondFactor": {
    allowed: ask(withFactor(itOffice), care("resetSecondFactor")),
    refused: ask(itOffice, care("resetSecondFactor")),
  },
  "Mutation.unlockAccount": {
    allowed: ask(itOffice, care("unlockAccount")),
    refused: ask(reviewer, care("unlockAccount")),
  },
  "Mutation.restartFirstSignIn": {
    allowed: ask(
      itOffice,
      ({ toRestartId }) =>
        `mutation { restartFirstSignIn(input: { accountId: "${toRestartId}", reason: "lapsed" }) { id } }`,
    ),
    refused: ask(reviewer, care("restartFirstSignIn")),
  },
  "Query.supportCase": {
    allowed: ask(support, supportCase("id")),
    refused: ask(itOffice, supportCase("id")),
  },
  "SupportCase.*": {
    allowed: ask(support, supportCase("id state createdAt messages { kind }")),
    // Of another school's people support knows nothing.
    refused: ask(supportElsewhere, supportCase("id state createdAt messages { kind }")),
  },
  "SupportMessage.*": {
    allowed: ask(support, supportCase("messages { kind by state writtenAt givenUpAt tries }")),
    refused: ask(holder, supportCase("messages { kind by state writtenAt givenUpAt tries }")),
  },
  "ManagedAccount.*": {
    allowed: ask(itOffice, find(`edges { node { ${managed} } }`)),
    refused: ask(holder, find(`edges { node { ${managed} } }`)),
  },
  "ManagedAccountEdge.*": { allowed: ask(itOffice, find("edges { cursor node { id } }")) },
  "ManagedAccountConnection.*": { allowed: ask(itOffice, find("edges { cursor } pageInfo { hasNextPage }")) },
  "PageInfo.*": {
    allowed: ask(itOffice, find("pageInfo { hasNextPage hasPreviousPage startCursor endCursor }")),
  },
  "Mutation.requestVerificationCode": {
    allowed: ask(nobody, code("challengeId")),
    refused: ask(heldUp, code("challengeId")),
  },
  "Mutation.confirmVerificationCode": {
    allowed: ask(nobody, confirm("token")),
    refused: ask(applicant, confirm("token")),
  },
  "Mutation.verifyContact": {
    allowed: ask(applicant, verify("target")),
    refused: ask(nobody, verify("target")),
  },
  "Mutation.confirmSignature": {
    allowed: ask(applicant, signByCode("proof")),
    refused: ask(nobody, signByCode("proof")),
  },
  "SignatureProof.*": {
    allowed: ask(applicant, signByCode("proof expiresAt")),
    refused: ask(wallet, signByCode("proof expiresAt")),
  },
  "Mutation.setGuardian": {
    allowed: ask(applicant, declare("loginCheck")),
    refused: ask(wallet, declare("loginCheck")),
  },
  "Mutation.correctGuardian": { allowed: ask(holder, correct), refused: ask(applicant, correct) },
  "Mutation.changePassword": { allowed: ask(heldUp, change), refused: ask(applicant, change) },
  "Mutation.signOutEverywhere": {
    allowed: ask(heldUp, () => "mutation { signOutEverywhere { id } }"),
    refused: ask(applicant, () => "mutation { signOutEverywhere { id } }"),
  },
  "Account.id": { allowed: ask(reviewer, account("id")), refused: ask(stranger, account("id")) },
  "Account.displayName": {
    allowed: ask(reviewer, account("displayName")),
    refused: ask(stranger, account("displayName")),
  },
  "Account.email": { allowed: ask(holder, account("email")), refused: ask(reviewer, account("email")) },
  "Account.mobile": { allowed: ask(holder, account("mobile")), refused: ask(reviewer, account("mobile")) },
  "Account.roles": { allowed: ask(holder, account("roles")), refused: ask(reviewer, account("roles")) },
  "Account.staffRoles": {
    allowed: ask(holder, account("staffRoles { role }")),
    refused: ask(reviewer, account("staffRoles { role }")),
  },
  "StaffRole.*": { allowed: ask(it, appoint(staffRole)), refused: ask(otherIt, appoint(staffRole)) },
  "School.*": {
    allowed: ask(holder, account("staffRoles { school { code } }")),
    refused: ask(reviewer, account("staffRoles { school { code } }")),
  },
  "Account.mustChangePassword": {
    allowed: ask(holder, account("mustChangePassword")),
    refused: ask(reviewer, account("mustChangePassword")),
  },
  "Account.emailUndeliverable": {
    allowed: ask(holder, account("emailUndeliverable")),
    refused: ask(reviewer, account("emailUndeliverable")),
  },
  "Query.undeliveredMessages": {
    allowed: ask(itOffice, undelivered("edges { node { id } }")),
    refused: ask(reviewer, undelivered("edges { node { id } }")),
  },
  "UndeliveredMessage.*": {
    allowed: ask(itOffice, undelivered("edges { node { id kind by maskedTarget error since canBeSent } }")),
    refused: ask(holder, undelivered("edges { node { id } }")),
  },
  "UndeliveredMessageEdge.*": { allowed: ask(itOffice, undelivered("edges { cursor }")) },
  "UndeliveredMessageConnection.*": { allowed: ask(itOffice, undelivered("pageInfo { hasNextPage }")) },
  "Mutation.resendMessage": { allowed: ask(bureau, resend), refused: ask(reviewer, resend) },
  "Query.deliveryPreferences": { allowed: ask(holder, choices), refused: ask(applicant, choices) },
  "DeliveryPreference.*": { allowed: ask(holder, choices), refused: ask(heldUp, choices) },
  "Query.pushService": { allowed: ask(holder, push), refused: ask(linkedWallet, push) },
  "PushService.*": { allowed: ask(holder, push), refused: ask(applicant, push) },
  "Mutation.subscribeToPush": { allowed: ask(holder, subscribe), refused: ask(applicant, subscribe) },
  "Mutation.unsubscribeFromPush": { allowed: ask(holder, unsubscribe), refused: ask(heldUp, unsubscribe) },
  "Mutation.setDeliveryPreference": { allowed: ask(holder, choose), refused: ask(applicant, choose) },
  "Guardian.*": {
    allowed: ask(reviewer, request("guardian { name maskedNationalId email mobile loginCheck }")),
    refused: ask(stranger, request("guardian { name maskedNationalId email mobile loginCheck }")),
  },
  "GuardianDeclaration.*": {
    allowed: ask(applicant, declare("declaration maskedNationalId loginCheck")),
    refused: ask(nobody, declare("declaration maskedNationalId loginCheck")),
  },
  "VerificationChallenge.*": { allowed: ask(nobody, code("challengeId reference expiresAt resendAfter")) },
  "ApplicantSession.*": { allowed: ask(nobody, confirm("token subjectId expiresAt")) },
  "VerifiedContact.*": {
    allowed: ask(applicant, verify("by target")),
    refused: ask(wallet, verify("by target")),
  },
  "BindingApplication.id": { allowed: ask(nobody, application("id")) },
  "BindingApplication.guardian": {
    allowed: ask(holder, application("guardian { name maskedNationalId email mobile loginCheck }")),
    refused: ask(reviewer, application("guardian { name }")),
  },
  "BindingRequest.id": { allowed: ask(nobody, request("id")) },
  "BindingRequest.version": { allowed: ask(nobody, request("id")) },
  "BindingRequest.guardian": {
    allowed: ask(holder, request("guardian { name }")),
    refused: ask(stranger, request("guardian { name }")),
  },
  "BindingRequest.account": {
    allowed: ask(reviewer, request("account { id }")),
    refused: ask(nobody, request("account { id }")),
  },
  "Student.id": { allowed: ask(nobody, student("id")) },
  "Student.guardians": {
    allowed: ask(reviewer, student("guardians { name }")),
    refused: ask(holder, student("guardians { name }")),
  },
};
