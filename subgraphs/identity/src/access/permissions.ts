import {
  anyOf,
  anyone,
  applicant,
  freshSecondFactor,
  type PermissionTable,
  type Rule,
  signedIn,
  withItsObject,
  withRole,
} from "@campus-graph/kit/auth/permissions";
import { atLeast, hasRole } from "@campus-graph/kit/auth/viewer";
import type { IdentityServices } from "../context.js";
import { mayAppointAt } from "../domain/appointing.js";
import { reviewer } from "./reviewers.js";
import { mayEnrolSecondFactor } from "./second-factors.js";

/** Everybody, but for a session that may do nothing until its initial password is changed. */
const notHeldUp: Rule = {
  says: "anyone, signed in or not, who has no initial password to change first",
  allows: ({ viewer }) => viewer.assurance !== "must-change-password" && !hasRole(viewer, "PARTNER"),
};

/** Who comes with a code and nothing else: a token is neither renewed nor exchanged by one. */
const withoutAToken: Rule = {
  says: "anyone without a token",
  allows: ({ viewer }) => viewer.subject === null,
};

/** The one thing that a session with an initial password can do. */
const withASession: Rule = {
  says: "signed in, with an initial password too",
  allows: ({ viewer }) => atLeast(viewer, "must-change-password") && !hasRole(viewer, "PARTNER"),
};

/** The reviewer of a request sees that there is an account and whose; the rest is its holder's. */
const itsHolder: Rule = {
  says: "the account's own holder",
  allows: ({ viewer, source }) => viewer.subject !== null && viewer.subject === (source as { id: string }).id,
};

/** An IT office and the bureau; of whom they see which accounts, `managed-accounts.ts` decides. */
const looksAfterAccounts = anyOf(withRole("IT"), withRole("BUREAU"));
const bureau = withRole("BUREAU");
const itOrBureau = anyOf(withRole("IT"), bureau);
const itThereOrBureau = anyOf(
  withRole("IT", ({ schoolCode }) => schoolCode),
  bureau,
);

/** Whom they may appoint to what is checked where it is done. */
const appointsThere: Rule = {
  says: "the bureau, or IT at the school named",
  allows: ({ viewer, args }) => {
    const { schoolCode } = args.input as { schoolCode?: string | null };
    return atLeast(viewer, "signed-in") && mayAppointAt(viewer, schoolCode ?? null);
  },
};

/** What can make somebody decide for a school or the city wants a second factor; teachers and support do not. */
const appointsThereFreshly: Rule = {
  says: `${appointsThere.says}; for IT and BUREAU with a second factor given within five minutes`,
  allows: (access) => {
    const { role } = access.args.input as { role?: string };
    const rule = role === "IT" || role === "BUREAU" ? freshSecondFactor(appointsThere) : appointsThere;
    return rule.allows(access);
  },
};

/** Who may have which field. `BindingRequest` and `Student` decide by what binding and roster told (`requests.ts` beside). */
export const permissions: PermissionTable<IdentityServices> = {
  "Query.me": signedIn,
  "Query.myPersonLinks": signedIn,
  "Query.mySessions": signedIn,
  "Query.mySignIns": signedIn,
  "SignInAttempt.*": withItsObject,
  "SignInAttemptEdge.*": withItsObject,
  "SignInAttemptConnection.*": withItsObject,
  "Mutation.setUserName": signedIn,
  "Mutation.requestContactChange": signedIn,
  "Mutation.confirmContactChange": signedIn,
  "Account.userName": itsHolder,
  "Query.accounts": looksAfterAccounts,
  "Mutation.disableAccount": looksAfterAccounts,
  "Mutation.enableAccount": looksAfterAccounts,
  "Mutation.unlockAccount": looksAfterAccounts,
  "Mutation.restartFirstSignIn": looksAfterAccounts,
  "Mutation.resetSecondFactor": freshSecondFactor(looksAfterAccounts),
  "ManagedAccount.*": withItsObject,
  "ManagedAccountEdge.*": withItsObject,
  "ManagedAccountConnection.*": withItsObject,
  "Query.mySecondFactors": signedIn,
  "SecondFactor.*": withItsObject,
  "Mutation.enrolSecondFactor": mayEnrolSecondFactor,
  "SecondFactorEnrolment.*": withItsObject,
  "Mutation.confirmSecondFactor": mayEnrolSecondFactor,
  "RecoveryCodes.*": withItsObject,
  "Mutation.revealGuardianId": freshSecondFactor(reviewer),
  "RevealedNationalId.*": withItsObject,
  "Query.staff": itThereOrBureau,
  "Mutation.appointStaff": appointsThereFreshly,
  "Mutation.importStaff": freshSecondFactor(appointsThere),
  "Mutation.approveStaffRole": freshSecondFactor(itOrBureau),
  "Mutation.endStaffRole": itOrBureau,
  "Mutation.undoStaffRoleEnd": itOrBureau,
  "Mutation.requestVerificationCode": notHeldUp,
  "Mutation.confirmVerificationCode": withoutAToken,
  "Mutation.verifyContact": applicant,
  "Mutation.confirmSignature": applicant,
  "Mutation.setGuardian": applicant,
  "Mutation.correctGuardian": applicant,
  "Mutation.changePassword": withASession,
  "Mutation.answerPersonLink": signedIn,
  "Mutation.signOutEverywhere": withASession,
  "Mutation.endSession": signedIn,
  "Query.myDisclosures": signedIn,
  "Query.childDisclosures": signedIn,
  "Disclosure.*": withItsObject,
  "DisclosureEdge.*": withItsObject,
  "DisclosureConnection.*": withItsObject,
  "Query.myDataRequests": signedIn,
  "Mutation.requestMyData": signedIn,
  // Who opens it shows anew that it is they: see `prove-oneself.ts`.
  "Mutation.openMyData": signedIn,
  // The same proof as for one's data; staff are refused where it is done.
  "Mutation.requestDeletion": signedIn,
  "AccountDeletion.*": withItsObject,
  "DataRequest.*": withItsObject,
  "DataFileLinks.*": withItsObject,
  "DocumentLink.*": withItsObject,
  "Query.myWalletLinks": signedIn,
  "Mutation.unlinkWallet": signedIn,
  "WalletLink.*": withItsObject,
  "Partner.id": withItsObject,
  "Partner.name": withItsObject,
  "Partner.suspendedAt": withItsObject,
  "Partner.registeredAt": itOrBureau,
  "Partner.keys": itOrBureau,
  "Partner.channels": itOrBureau,
  "Partner.scopes": itOrBureau,
  "Partner.redirectUris": itOrBureau,
  "PartnerKey.*": withItsObject,
  "Query.partners": itOrBureau,
  // A partner acts in the whole city, so the city's bureau alone decides on it (decision 43).
  "Mutation.registerPartner": freshSecondFactor(bureau),
  "Mutation.changePartner": freshSecondFactor(bureau),
  "Mutation.addPartnerKey": freshSecondFactor(bureau),
  "Mutation.endPartnerKey": freshSecondFactor(bureau),
  // What does harm is stopped at once, by whoever of the bureau sees it.
  "Mutation.suspendPartner": bureau,
  "Mutation.resumePartner": freshSecondFactor(bureau),
  "Account.id": withItsObject,
  "Account.displayName": withItsObject,
  "Account.email": itsHolder,
  "Account.mobile": itsHolder,
  "Account.roles": itsHolder,
  "Account.staffRoles": itsHolder,
  "Account.mustChangePassword": itsHolder,
  "Account.emailUndeliverable": itsHolder,
  "Query.undeliveredMessages": looksAfterAccounts,
  "Mutation.resendMessage": looksAfterAccounts,
  "UndeliveredMessage.*": withItsObject,
  "UndeliveredMessageEdge.*": withItsObject,
  "UndeliveredMessageConnection.*": withItsObject,
  "Query.deliveryPreferences": signedIn,
  "Mutation.setDeliveryPreference": signedIn,
  "DeliveryPreference.*": withItsObject,
  "Query.supportCase": withRole("SUPPORT"),
  "SupportCase.*": withItsObject,
  "SupportMessage.*": withItsObject,
  "Query.pushService": signedIn,
  "Mutation.subscribeToPush": signedIn,
  "Mutation.unsubscribeFromPush": signedIn,
  "PushService.*": withItsObject,
  "StaffRole.*": withItsObject,
  "StaffImport.*": withItsObject,
  "StaffImportLine.*": withItsObject,
  "StaffImportProblem.*": withItsObject,
  "StaffRoleEdge.*": withItsObject,
  "StaffRoleConnection.*": withItsObject,
  "PageInfo.*": withItsObject,
  "School.*": withItsObject,
  "SchoolClass.*": withItsObject,
  "Guardian.*": withItsObject,
  "PersonLink.*": withItsObject,
  "Session.*": withItsObject,
  "GuardianDeclaration.*": withItsObject,
  "VerificationChallenge.*": withItsObject,
  "ApplicantSession.*": withItsObject,
  "VerifiedContact.*": withItsObject,
  "SignatureProof.*": withItsObject,
  "BindingApplication.id": anyone,
  "BindingApplication.guardian": withItsObject,
  "BindingRequest.id": anyone,
  "BindingRequest.version": anyone,
  "BindingRequest.guardian": withItsObject,
  "BindingRequest.account": withItsObject,
  "Student.id": anyone,
  "Student.guardians": withItsObject,
};
