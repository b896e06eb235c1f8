import { people } from "./0001-people.js";
import { readModel } from "./0002-read-models.js";
import { mail } from "./0003-mail.js";
import { signIn } from "./0004-sign-in.js";
import { submittedDeclarations } from "./0005-submitted-declarations.js";
import { endedSessions } from "./0006-ended-sessions.js";
import { partner } from "./0007-partners.js";
import { codesBesideEachOther } from "./0008-codes-beside-each-other.js";
import { unverifiedMobiles } from "./0009-unverified-mobiles.js";
import { tokensNotBefore } from "./0010-tokens-not-before.js";
import { codesFirst } from "./0011-codes-first.js";
import { reviewedVersions } from "./0012-reviewed-versions.js";
import { personLinks } from "./0013-person-links.js";
import { cookieSessions } from "./0014-cookie-sessions.js";
import { formerPersonKeys } from "./0015-former-person-keys.js";
import { sessionDevices } from "./0016-session-devices.js";
import { mailAsJobs } from "./0017-mail-as-jobs.js";
import { disabledAccounts } from "./0018-disabled-accounts.js";
import { signInAttempts } from "./0019-sign-in-attempts.js";
import { contactChanges } from "./0020-contact-changes.js";
import { activationLinks } from "./0021-activation-links.js";
import { secondFactors } from "./0022-second-factors.js";
import { disclosures } from "./0023-disclosures.js";
import { staffRoles } from "./0024-staff-roles.js";
import { codesBySms } from "./0025-codes-by-sms.js";
import { deliveries } from "./0026-deliveries.js";
import { walletLinks } from "./0027-wallet-links.js";
import { dataRequests } from "./0028-data-requests.js";
import { deputies } from "./0029-deputies.js";
import { schools } from "./0030-schools.js";
import { withdrawnBills } from "./0031-withdrawn-bills.js";
import { pushSubscriptions } from "./0032-push-subscriptions.js";
import { reportedBounces } from "./0033-reported-bounces.js";
import { accountDeletions } from "./0034-account-deletions.js";

/** In the order in which they run; a landed one is never changed. */
export const migrations = [
  people,
  readModel,
  mail,
  signIn,
  submittedDeclarations,
  endedSessions,
  partner,
  codesBesideEachOther,
  unverifiedMobiles,
  tokensNotBefore,
  codesFirst,
  reviewedVersions,
  personLinks,
  cookieSessions,
  formerPersonKeys,
  sessionDevices,
  mailAsJobs,
  disabledAccounts,
  signInAttempts,
  contactChanges,
  activationLinks,
  secondFactors,
  disclosures,
  staffRoles,
  codesBySms,
  deliveries,
  walletLinks,
  dataRequests,
  deputies,
  schools,
  withdrawnBills,
  pushSubscriptions,
  reportedBounces,
  accountDeletions,
];
