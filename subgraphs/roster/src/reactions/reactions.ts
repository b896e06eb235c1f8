import type { Reactions } from "@campus-graph/kit/events/event";
import type { RosterServices } from "../context.js";
import { onBindingOpened } from "./binding/on-binding-opened.js";
import { onBindingRevoked } from "./binding/on-binding-revoked.js";
import { onRequestEnded } from "./binding/on-request-ended.js";
import { onRequestOpen } from "./binding/on-request-open.js";
import { onAccountProvisioned } from "./identity/on-account-provisioned.js";
import { onDataRequested } from "./identity/on-data-requested.js";
import { onPersonErased } from "./identity/on-person-erased.js";
import { onStaffAppointed } from "./identity/on-staff-appointed.js";
import { onStaffRoleEnded } from "./identity/on-staff-role-ended.js";

/** What roster does when it hears of something. */
export const reactions: Reactions<RosterServices> = {
  "identity.StaffAppointed": [onStaffAppointed],
  "identity.StaffRoleEnded": [onStaffRoleEnded],
  "identity.AccountProvisioned": [onAccountProvisioned],
  "binding.RequestSubmitted": [onRequestOpen],
  "binding.RequestReturned": [onRequestOpen],
  "binding.RequestCancelled": [onRequestEnded],
  "binding.RequestProvisionFailed": [onRequestEnded],
  "binding.BindingOpened": [onBindingOpened],
  "binding.BindingRevoked": [onBindingRevoked],
  "identity.DataRequested": [onDataRequested],
  "identity.PersonErased": [onPersonErased],
};
