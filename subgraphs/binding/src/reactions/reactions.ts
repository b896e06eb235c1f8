import type { Reactions } from "@campus-graph/kit/events/event";
import type { BindingServices } from "../context.js";
import { onAccountProvisioned } from "./on-account-provisioned.js";
import { onHomeroomAssigned } from "./on-homeroom-assigned.js";
import { onLoginTaken } from "./on-login-taken.js";
import { onPersonLinkOffered } from "./on-person-link-offered.js";
import { onProvisionRefused } from "./on-provision-refused.js";
import { onStudentLeft } from "./on-student-left.js";
import { onStudentPlaced } from "./on-student-placed.js";
import { tellProvisionFailed, tellReturned, tellTheBound } from "./tell-of-requests.js";

/** What binding does when it hears an event. It listens to its own to write the notices. */
export const reactions: Reactions<BindingServices> = {
  "roster.StudentEnrolled": [onStudentPlaced],
  "roster.StudentChanged": [onStudentPlaced],
  "roster.StudentMoved": [onStudentPlaced],
  "roster.StudentLeft": [onStudentLeft],
  "roster.HomeroomAssigned": [onHomeroomAssigned],
  "identity.LoginTaken": [onLoginTaken],
  "identity.PersonLinkOffered": [onPersonLinkOffered],
  "identity.AccountProvisioned": [onAccountProvisioned],
  "identity.ProvisionRefused": [onProvisionRefused],
  "binding.RequestReturned": tellReturned,
  "binding.BindingOpened": tellTheBound("APPROVED"),
  "binding.BindingRevoked": tellTheBound("REVOKED"),
  "binding.RequestProvisionFailed": tellProvisionFailed,
};
