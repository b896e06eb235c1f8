import { subjectOf } from "@campus-graph/kit/context";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { entriesBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput, Refusal } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { BindingContext } from "../context.js";
import {
  EmailTaken,
  GuardianIsStudent,
  IdChangeUnconfirmed,
  OwnRequest,
  RequestAlreadyDecided,
  RequestChanged,
} from "../domain/refusals.js";
import { BindingRequest } from "../domain/request.js";
import { slotFor } from "../domain/student-slots.js";
import { slotsTaken } from "../persistence/slots.js";
import { isPersonOf } from "../persistence/students.js";
import { factsOf } from "./request-facts.js";
import { requestToDecide } from "./request-to-decide.js";

/** A request as the reviewer saw it. Without a version it is taken to be the first, which many clients know by id alone. */
export interface Reviewed {
  id: string;
  version?: number | undefined;
  /** That the account's national ID was corrected or renewed to the declared one. */
  confirmIdChange?: boolean | undefined;
}

/** What became of one row of the teacher's click: null when it was approved. */
export interface Decision {
  requestId: string;
  refusal: Refusal | null;
}

const mostAtOnce = 100;

/** 核可 in bulk. Each request is decided on its own, in its own transaction: one that is refused holds up no other. */
export async function approveRequests(
  context: BindingContext,
  reviewed: readonly Reviewed[],
): Promise<Decision[]> {
  if (reviewed.length > mostAtOnce)
    throw new BadInput({ field: "requests", rule: entriesBetween(1, mostAtOnce) });
  const decisions: Decision[] = [];
  for (const each of reviewed) decisions.push(await decide(context, each));
  return decisions;
}

async function decide(context: BindingContext, reviewed: Reviewed): Promise<Decision> {
  const requestId = reviewed.id;
  try {
    await transaction({ ...context, em: context.em.fork() }, (context) => approve(context, reviewed));
    return { requestId, refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { requestId, refusal: error };
    throw error;
  }
}

/** Takes one of the student's two slots and asks identity, by the event, for the guardian's account. */
async function approve(
  context: BindingContext,
  { id, version = 1, confirmIdChange = false }: Reviewed,
): Promise<void> {
  const request = await requestToDecide(context, id);
  if (request.status !== "PENDING") throw new RequestAlreadyDecided({ status: request.status });
  if (request.version !== version) throw new RequestChanged({ version: request.version });
  if (await isOwnRequest(context, request)) throw new OwnRequest();
  if (await isPersonOf(context.em, request.personKey!, [request.studentId])) throw new GuardianIsStudent();
  if (request.loginCheck === "TAKEN") throw new EmailTaken();
  if (request.loginCheck === "ID_CHANGED" && !confirmIdChange) throw new IdChangeUnconfirmed();
  const slot = slotFor(request.personKey, await slotsTaken(context.em, request.studentId));
  const at = context.clock.now();
  request.approve(slot, subjectOf(context), at);
  recordEvent(context.em, {
    type: "binding.RequestApproved",
    key: request.id,
    payload: { ...factsOf(request), ...(confirmIdChange ? { idChangeConfirmed: true } : {}) },
    occurredAt: at,
  });
  await recordAudit(context, {
    act: "request.approve",
    object: `request:${request.id}`,
    detail: { slot, version, ...(confirmIdChange ? { confirmIdChange } : {}) },
  });
}

/** Whether the reviewer is the one who applies: by the same subject, or as a person who has applied under it before. */
async function isOwnRequest({ em, viewer }: BindingContext, request: BindingRequest): Promise<boolean> {
  if (request.subjectId === viewer.subject) return true;
  const ofViewer = { $or: [{ subjectId: viewer.subject }, { accountId: viewer.subject }] };
  return (await em.count(BindingRequest, { personKey: request.personKey, ...ofViewer })) > 0;
}
