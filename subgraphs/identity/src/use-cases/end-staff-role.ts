import { recordEvent } from "@campus-graph/kit/events/outbox";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { pendingAcknowledgements } from "@campus-graph/kit/revocation/pending-acknowledgements";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import { staffRoleToChange } from "../access/staff.js";
import type { IdentityContext } from "../context.js";
import { StaffRoleOver, TakingEffect } from "../domain/refusals.js";
import { dayAfterEnd, type StaffRole, stateOf } from "../domain/staff-role.js";
import type { HeldRole } from "../persistence/staff.js";

/**
 * Ends a role from a day on. Where that is today it answers once no token, socket or subgraph knows the role any more, or
 * refuses (TAKING_EFFECT) and says who is missing; it is over all the same, and asking again waits again.
 */
export async function endStaffRole(
  context: IdentityContext,
  { id, on }: { id: string; on: string | null },
): Promise<HeldRole> {
  const { held, eventId } = await transaction(context, (context) => end(context, id, on));
  const missing = eventId === null ? [] : await pendingAcknowledgements(context, eventId);
  if (missing.length > 0) throw new TakingEffect({ missing: missing.join(", ") });
  return held;
}

async function end(context: IdentityContext, id: string, on: string | null) {
  const { account, role } = await staffRoleToChange(context, id);
  const today = dayInTaipei(context.clock.now());
  const from = on ?? today;
  if (from < today) throw new BadInput({ field: "on", rule: onRule });
  const isAtOnce = from === today;
  // Asked again, it is told again: who asks wants to know that it is over everywhere.
  if (stateOf(role, today) === "OVER") {
    if (!isAtOnce) throw new StaffRoleOver();
    return { held: { account, role }, eventId: publishEnd(context, account.id, role) };
  }
  const before = dayAfterEnd({ ...role, endedFrom: null });
  if (before !== null && from > before) throw new BadInput({ field: "on", rule: onRule });
  const ended: StaffRole = { ...role, endedFrom: from, isEndPublished: isAtOnce };
  account.replace(ended);
  await recordAudit(context, {
    act: "end-staff-role",
    object: `account:${account.id}`,
    detail: { roleId: role.id, role: role.role, schoolCode: role.schoolCode ?? null, on: from },
  });
  await context.em.flush();
  const isTold = isAtOnce && !role.awaitsApproval;
  return { held: { account, role: ended }, eventId: isTold ? publishEnd(context, account.id, ended) : null };
}

const onRule = {
  "zh-TW": "請填寫今天或以後、且不晚於最後一天次日的日期。",
  en: "Give today or a later day, and none after the day that follows the last.",
};

/** Tells everybody that the role gives nothing any more, within the caller's transaction. Answers the event's id. */
export function publishEnd(
  { em, clock }: IdentityContext,
  subjectId: string,
  { role, schoolCode }: StaffRole,
): string {
  return recordEvent(em, {
    type: "identity.StaffRoleEnded",
    key: subjectId,
    payload: { subjectId, role, schoolCode: schoolCode ?? null },
    occurredAt: clock.now(),
  });
}
