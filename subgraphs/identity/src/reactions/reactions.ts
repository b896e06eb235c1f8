import type { Reactions } from "@campus-graph/kit/events/event";
import type { IdentityServices } from "../services.js";
import { onBindingOpened, onBindingRevoked } from "./on-binding.js";
import { onHomeroomAssigned } from "./on-homeroom-assigned.js";
import {
  onRequestCancelled,
  onRequestProvisionFailed,
  onRequestReturned,
  onRequestSubmitted,
} from "./on-request.js";
import { onRequestApproved } from "./on-request-approved.js";
import { onStaffListed } from "./on-staff-listed.js";
import { onStudentLeft, onStudentPlaced } from "./on-student.js";

/** What identity does when the others speak. */
export const reactions: Reactions<IdentityServices> = {
  "binding.RequestSubmitted": [onRequestSubmitted],
  "binding.RequestReturned": [onRequestReturned],
  "binding.RequestCancelled": [onRequestCancelled],
  "binding.RequestApproved": [onRequestApproved],
  "binding.RequestProvisionFailed": [onRequestProvisionFailed],
  "binding.BindingOpened": [onBindingOpened],
  "binding.BindingRevoked": [onBindingRevoked],
  "roster.HomeroomAssigned": [onHomeroomAssigned],
  "roster.StudentEnrolled": [onStudentPlaced],
  "roster.StudentChanged": [onStudentPlaced],
  "roster.StudentMoved": [onStudentPlaced],
  "roster.StudentLeft": [onStudentLeft],
  "roster.StaffListed": [onStaffListed],
};
