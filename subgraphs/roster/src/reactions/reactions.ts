import type { Reactions } from "@campus-graph/kit/events/event";
import type { RosterServices } from "../roster-context.js";
import { showToGuardian } from "./on-binding-opened.js";
import { hideFromGuardian } from "./on-binding-revoked.js";
import { hideFromApplicant } from "./on-request-cancelled.js";
import { showToApplicant } from "./on-request-open.js";
import { noteAppointedTeacher } from "./on-staff-appointed.js";

/** What roster does when it hears of something. */
export const reactions: Reactions<RosterServices> = {
  "identity.StaffAppointed": [noteAppointedTeacher],
  "binding.RequestSubmitted": [showToApplicant],
  "binding.RequestReturned": [showToApplicant],
  "binding.RequestCancelled": [hideFromApplicant],
  "binding.BindingOpened": [showToGuardian],
  "binding.BindingRevoked": [hideFromGuardian],
};
