import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { subjectOf } from "@campus-graph/kit/context";
import { charactersBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput, NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { NationalId } from "@campus-graph/kit/text/national-id";
import { visibleRequests } from "../access/requests.js";
import type { IdentityContext } from "../context.js";
import { revealLimit } from "../domain/limits.js";
import { personsOfRequests } from "../persistence/declared-persons.js";
import { keepDisclosure } from "../persistence/disclosures.js";
import { reviewOf } from "../persistence/requests.js";
import { openNationalId } from "../persistence/sealed-person.js";

export interface Reveal {
  requestId: string;
  reason: string;
}

const [shortestReason, longestReason] = [2, 500];

/**
 * The national ID of who applies, for who reviews the request now. It is not answered unless it is written down who saw it
 * and why, which the person themselves can read. A request of somebody else's class answers as a missing one.
 */
export async function revealGuardianId(context: IdentityContext, reveal: Reveal): Promise<NationalId> {
  const reason = readReason(reveal);
  await countAttempt(context, revealLimit, subjectOf(context));
  const { requestId } = reveal;
  return transaction(context, async (context) => {
    const request = (await visibleRequests(context, [requestId])).get(requestId);
    const person = request?.isReviewed
      ? (await personsOfRequests(context, [requestId])).get(requestId)
      : undefined;
    if (!request || !person) throw new NotFound();
    const { studentId, schoolCode, isHomeroom } = await reviewOf(context, requestId);
    await keepDisclosure(context, {
      role: isHomeroom ? "TEACHER" : "REGISTRAR",
      schoolCode,
      what: "NATIONAL_ID",
      reason,
      personSubjectId: request.accountId ?? request.subjectId,
      studentId,
      requestId,
    });
    await recordAudit(context, { act: "reveal-guardian-id", object: `request:${requestId}` });
    return openNationalId(context.keys, { table: "declared_person", id: person.id }, person.nationalId);
  });
}

function readReason({ reason }: Reveal): string {
  const words = reason.trim();
  if ([...words].length < shortestReason || [...words].length > longestReason)
    throw new BadInput({ field: "input.reason", rule: charactersBetween(shortestReason, longestReason) });
  return words;
}
