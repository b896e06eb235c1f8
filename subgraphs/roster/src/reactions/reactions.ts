import type { Reactions } from "@campus-graph/kit/events/event";
import type { RosterServices } from "../roster-context.js";
import { hideFromApplicant } from "./hide-from-applicant.js";
import { hideFromGuardian } from "./hide-from-guardian.js";
import { noteAppointedTeacher } from "./note-appointed-teacher.js";
import { showToApplicant } from "./show-to-applicant.js";
import { showToGuardian } from "./show-to-guardian.js";

/** What roster does when it hears of something. */
export const reactions: Reactions<RosterServices> = {
  "identity.StaffAppointed": [noteAppointedTeacher],
  "binding.RequestSubmitted": [showToApplicant],
  "binding.RequestReturned": [showToApplicant],
  "binding.RequestCancelled": [hideFromApplicant],
  "binding.BindingOpened": [showToGuardian],
  "binding.BindingRevoked": [hideFromGuardian],
};
