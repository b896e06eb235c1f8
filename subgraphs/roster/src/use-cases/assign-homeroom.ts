import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { RosterContext } from "../context.js";
import { Homeroom } from "../domain/homeroom.js";
import type { SchoolClass } from "../domain/school-class.js";

/** A class and who is to have its homeroom; null while the named teacher has no sign-in yet. */
export interface HomeroomChange {
  schoolClass: SchoolClass;
  teacher: string | null;
}

/**
 * Hands homerooms over, in the caller's transaction. Whoever had one before loses sight of the class at once, even
 * while the next teacher cannot sign in yet. The same teacher again changes nothing.
 */
export async function assignHomerooms(
  context: RosterContext,
  changes: readonly HomeroomChange[],
): Promise<void> {
  const { em, clock, newId } = context;
  const lasting = await em.find(Homeroom, {
    classId: { $in: changes.map(({ schoolClass }) => schoolClass.id) },
    until: null,
  });
  const begun: [Homeroom, SchoolClass][] = [];
  for (const { schoolClass, teacher } of changes) {
    const before = lasting.find(({ classId }) => classId === schoolClass.id);
    if (before?.staffSubjectId === teacher) continue;
    before?.end(clock.now());
    if (before) await publish(context, before, schoolClass);
    if (teacher) begun.push([new Homeroom(newId(), schoolClass.id, teacher, clock.now()), schoolClass]);
  }
  // The ended ones are written first: one class has one lasting homeroom at any moment.
  await em.flush();
  for (const [homeroom, schoolClass] of begun) {
    em.persist(homeroom);
    await publish(context, homeroom, schoolClass);
  }
  await em.flush();
}

async function publish(
  context: RosterContext,
  homeroom: Homeroom,
  { schoolCode }: SchoolClass,
): Promise<void> {
  const { classId, staffSubjectId, from, until } = homeroom;
  const detail = { staffSubjectId, until: until?.toISOString() ?? null };
  await recordAudit(context, { act: "homeroom.assign", object: `class:${classId}`, detail });
  recordEvent(context.em, {
    type: "roster.HomeroomAssigned",
    key: classId,
    payload: {
      classId,
      schoolCode,
      staffSubjectId,
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
    },
  });
}
