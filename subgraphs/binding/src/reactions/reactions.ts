import type { Reactions } from "@campus-graph/kit/events/event";
import type { BindingServices } from "../context.js";
import {
  onBindingOpened,
  onProvisionFailed,
  onRequestMoved,
  onRequestReturned,
} from "./binding/notify-of-requests.js";
import { onAccountProvisioned } from "./identity/on-account-provisioned.js";
import { onDataRequested } from "./identity/on-data-requested.js";
import { onDeletionRequested } from "./identity/on-deletion-requested.js";
import { onLoginTaken } from "./identity/on-login-taken.js";
import { onPersonErased } from "./identity/on-person-erased.js";
import { onPersonLinkOffered } from "./identity/on-person-link-offered.js";
import { onProvisionRefused } from "./identity/on-provision-refused.js";
import { onDeputy } from "./roster/on-deputy.js";
import { onHomeroomAssigned } from "./roster/on-homeroom-assigned.js";
import { onStudentLeft } from "./roster/on-student-left.js";
import { onStudentPlaced } from "./roster/on-student-placed.js";

/** What binding does when it hears an event. It listens to its own to write the notices. */
export const reactions: Reactions<BindingServices> = {
  "roster.StudentEnrolled": [onStudentPlaced],
  "roster.StudentChanged": [onStudentPlaced],
  "roster.StudentMoved": [onStudentPlaced],
  "roster.StudentLeft": [onStudentLeft],
  "roster.HomeroomAssigned": [onHomeroomAssigned],
  "roster.DeputyAssigned": [onDeputy],
  "roster.DeputyEnded": [onDeputy],
  "identity.LoginTaken": [onLoginTaken],
  "identity.PersonLinkOffered": [onPersonLinkOffered],
  "identity.AccountProvisioned": [onAccountProvisioned],
  "identity.ProvisionRefused": [onProvisionRefused],
  "binding.RequestSubmitted": { handleBatch: onRequestMoved },
  "binding.RequestCancelled": { handleBatch: onRequestMoved },
  "binding.RequestApproved": { handleBatch: onRequestMoved },
  "binding.RequestReturned": { handleBatch: onRequestReturned },
  "binding.BindingOpened": { handleBatch: onBindingOpened },
  "binding.BindingRevoked": { handleBatch: onBindingOpened },
  "binding.RequestProvisionFailed": { handleBatch: onProvisionFailed },
  "identity.DataRequested": [onDataRequested],
  "identity.DeletionRequested": [onDeletionRequested],
  "identity.PersonErased": [onPersonErased],
};
