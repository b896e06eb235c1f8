import type { Reactions } from "@campus-graph/kit/events/event";
import type { RosterServices } from "../roster-context.js";
import { onAccountProvisioned } from "./on-account-provisioned.js";
import { onBindingOpened } from "./on-binding-opened.js";
import { onBindingRevoked } from "./on-binding-revoked.js";
import { onRequestEnded } from "./on-request-ended.js";
import { onRequestOpen } from "./on-request-open.js";
import { onStaffAppointed } from "./on-staff-appointed.js";

/** What roster does when it hears of something. */
export const reactions: Reactions<RosterServices> = {
  "identity.StaffAppointed": [onStaffAppointed],
  "identity.AccountProvisioned": [onAccountProvisioned],
  "binding.RequestSubmitted": [onRequestOpen],
  "binding.RequestReturned": [onRequestOpen],
  "binding.RequestCancelled": [onRequestEnded],
  "binding.RequestProvisionFailed": [onRequestEnded],
  "binding.BindingOpened": [onBindingOpened],
  "binding.BindingRevoked": [onBindingRevoked],
};
