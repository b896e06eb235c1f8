import { recordAudit } from "@campus-graph/kit/audit";
import { subjectOf } from "@campus-graph/kit/context";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { entriesBetween } from "@campus-graph/kit/input-rules";
import { BadInput, Refusal } from "@campus-graph/kit/refusal";
import { transaction } from "@campus-graph/kit/transaction";
import type { BindingContext } from "../context.js";
import { EmailTaken, OwnRequest, RequestAlreadyDecided } from "../domain/refusals.js";
import { BindingRequest } from "../domain/request.js";
import { slotFor, type TakenSlot } from "../domain/student-slots.js";
import { factsOf } from "./request-facts.js";
import { requestToDecide } from "./request-to-decide.js";

/** What became of one row of the teacher's click: null when it was approved. */
export interface Decision {
  requestId: string;
  refusal: Refusal | null;
}

const mostAtOnce = 100;

/** 核可 in bulk. Each request is decided on its own, in its own transaction: one that is refused holds up no other. */
export async function approveRequests(
  context: BindingContext,
  requestIds: readonly string[],
): Promise<Decision[]> {
  if (requestIds.length > mostAtOnce)
    throw new BadInput({ field: "requestIds", rule: entriesBetween(1, mostAtOnce) });
  const decisions: Decision[] = [];
  for (const requestId of requestIds) decisions.push(await decide(context, requestId));
  return decisions;
}

async function decide(context: BindingContext, requestId: string): Promise<Decision> {
  try {
    await transaction({ ...context, em: context.em.fork() }, (context) => approve(context, requestId));
    return { requestId, refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { requestId, refusal: error };
    throw error;
  }
}

/** Takes one of the student's two slots and asks identity, by the event, for the guardian's account. */
async function approve(context: BindingContext, requestId: string): Promise<void> {
  const request = await requestToDecide(context, requestId);
  if (request.status !== "PENDING") throw new RequestAlreadyDecided({ status: request.status });
  if (await isOwnRequest(context, request)) throw new OwnRequest();
  if (request.loginCheck === "TAKEN") throw new EmailTaken();
  const slot = slotFor(request.personKey, await slotsTaken(context, request.studentId));
  const at = context.clock.now();
  request.approve(slot, subjectOf(context), at);
  recordEvent(context.em, {
    type: "binding.RequestApproved",
    key: request.id,
    payload: factsOf(request),
    occurredAt: at,
  });
  await recordAudit(context, { act: "request.approve", object: `request:${request.id}`, detail: { slot } });
}

/** Whether the teacher is the one who applies: by the same subject, or as a person who has applied under it before. */
async function isOwnRequest({ em, viewer }: BindingContext, request: BindingRequest): Promise<boolean> {
  if (request.subjectId === viewer.subject) return true;
  const ofViewer = { $or: [{ subjectId: viewer.subject }, { accountId: viewer.subject }] };
  return (await em.count(BindingRequest, { personKey: request.personKey, ...ofViewer })) > 0;
}

async function slotsTaken(context: BindingContext, studentId: string): Promise<TakenSlot[]> {
  const holders = await context.em.find(BindingRequest, { studentId, slot: { $ne: null } });
  return holders.map(({ slot, personKey }) => ({ slot: slot!, personKey }));
}
