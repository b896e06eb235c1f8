import type { Reactions } from "@campus-graph/kit/events/event";
import type { IdentityServices } from "../context.js";
import { onBindingOpened, onBindingRevoked } from "./binding/on-binding.js";
import {
  onRequestCancelled,
  onRequestProvisionFailed,
  onRequestReturned,
  onRequestSubmitted,
} from "./binding/on-request.js";
import { onRequestApproved } from "./binding/on-request-approved.js";
import { onDataGathered } from "./on-data-gathered.js";
import { onDeliveryRequested } from "./on-delivery-requested.js";
import { onDisclosed } from "./on-disclosed.js";
import { onBillsIssued } from "./payments/on-bills-issued.js";
import { onBillsAmended, onBillsWithdrawn } from "./payments/on-bills-withdrawn.js";
import { onDeputy } from "./roster/on-deputy.js";
import { onHomeroomAssigned } from "./roster/on-homeroom-assigned.js";
import { onSchoolEntered, onSchoolRemoved } from "./roster/on-school.js";
import { onStaffListed } from "./roster/on-staff-listed.js";
import { onStudentLeft, onStudentPlaced } from "./roster/on-student.js";

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
  "roster.DeputyAssigned": [onDeputy],
  "roster.DeputyEnded": [onDeputy],
  "roster.StudentEnrolled": [onStudentPlaced],
  "roster.StudentChanged": [onStudentPlaced],
  "roster.StudentMoved": [onStudentPlaced],
  "roster.StudentLeft": [onStudentLeft],
  "roster.SchoolEntered": [onSchoolEntered],
  "roster.SchoolRemoved": [onSchoolRemoved],
  "roster.StaffListed": [onStaffListed],
  "payments.BillIssued": { handleBatch: onBillsIssued },
  "payments.BillAmended": { handleBatch: onBillsAmended },
  "payments.BillWaived": { handleBatch: onBillsWithdrawn },
  "payments.BillVoided": { handleBatch: onBillsWithdrawn },
  "binding.DeliveryRequested": [onDeliveryRequested],
  "payments.DeliveryRequested": [onDeliveryRequested],
  "roster.DeliveryRequested": [onDeliveryRequested],
  "roster.DataGathered": [onDataGathered],
  "binding.DataGathered": [onDataGathered],
  "payments.DataGathered": [onDataGathered],
  "roster.Disclosed": [onDisclosed],
  "binding.Disclosed": [onDisclosed],
};
