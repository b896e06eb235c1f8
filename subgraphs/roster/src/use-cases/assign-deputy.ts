import { loginKey } from "@campus-graph/kit/auth/crypto";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { dayInTaipei, daysAfter } from "@campus-graph/kit/text/calendar";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { classToDeputise } from "../access/deputies.js";
import type { RosterContext } from "../context.js";
import { Deputy, type DeputyOfClass, longestDeputyDays } from "../domain/deputy.js";
import { Homeroom } from "../domain/homeroom.js";
import { ClassHasDeputy, DeputyHasHomeroom, DeputyNotTeacher, OwnRole } from "../domain/refusals.js";
import type { SchoolClass } from "../domain/school-class.js";
import { standingDeputies } from "../persistence/deputies.js";
import { teacherOnDays } from "../persistence/teachers.js";

export interface AssignDeputy {
  classId: string;
  email: string;
  /** The first day; today where none is named. */
  from: string | null;
  /** The last day. */
  until: string;
}

/**
 * Lets a teacher of the same school stand in for a class's homeroom teacher, from the first day to the last. A class has one
 * deputy on a day; the same assignment again is the one that stands.
 */
export function assignDeputy(context: RosterContext, asked: AssignDeputy): Promise<DeputyOfClass> {
  const days = daysOf(context, asked);
  const key = loginKey(context.keys.ring("person"), parseEmailAddress(asked.email));
  return transaction(context, async (context) => {
    const schoolClass = await classToDeputise(context, asked.classId);
    const { id: classId, schoolCode } = schoolClass;
    const teacher = await teacherOnDays(context, { schoolCode, loginKey: key }, days);
    if (teacher === null) throw new DeputyNotTeacher();
    if (teacher === context.viewer.subject) throw new OwnRole();
    const has = { classId, staffSubjectId: teacher, until: null };
    if (await context.em.findOne(Homeroom, has)) throw new DeputyHasHomeroom();
    const standing = (await standingDeputies(context, schoolCode)).find(
      ({ deputy }) => deputy.classId === classId && deputy.meets(days),
    );
    if (standing && isSame(standing.deputy, teacher, days)) return standing;
    if (standing) throw new ClassHasDeputy({ from: standing.deputy.from, until: standing.deputy.until });
    return assign(context, schoolClass, teacher, days);
  });
}

async function assign(
  context: RosterContext,
  schoolClass: SchoolClass,
  teacher: string,
  { from, until }: Days,
): Promise<DeputyOfClass> {
  const deputy = new Deputy(context.newId(), schoolClass.id, teacher, from, until);
  context.em.persist(deputy);
  recordEvent(context.em, {
    type: "roster.DeputyAssigned",
    key: schoolClass.id,
    payload: deputyFacts(deputy, schoolClass),
    occurredAt: context.clock.now(),
  });
  const detail = { deputyId: deputy.id, staffSubjectId: teacher, from, until };
  await recordAudit(context, { act: "deputy.assign", object: `class:${schoolClass.id}`, detail });
  await context.em.flush();
  return { deputy, schoolClass };
}

/** What the others are told of a deputy. */
export function deputyFacts(deputy: Deputy, { schoolCode }: SchoolClass) {
  const { id: deputyId, classId, staffSubjectId: subjectId, begins, ends } = deputy;
  return {
    deputyId,
    classId,
    schoolCode,
    subjectId,
    from: begins.toISOString(),
    until: ends.toISOString(),
  };
}

interface Days {
  from: string;
  until: string;
}

function isSame(deputy: Deputy, teacher: string, { from, until }: Days): boolean {
  return deputy.staffSubjectId === teacher && deputy.from === from && deputy.until === until;
}

function daysOf({ clock }: RosterContext, asked: Pick<AssignDeputy, "from" | "until">): Days {
  const today = dayInTaipei(clock.now());
  const { from, until } = { from: asked.from ?? today, until: asked.until };
  if (from < today) throw new BadInput({ field: "from", rule: fromRule });
  if (until < from || until > daysAfter(from, longestDeputyDays - 1))
    throw new BadInput({ field: "until", rule: untilRule });
  return { from, until };
}

const fromRule = { "zh-TW": "請填寫今天或以後的日期。", en: "Give today or a later day." };
const untilRule = {
  "zh-TW": `最後一天不可早於第一天，代理期間最長 ${longestDeputyDays} 天。`,
  en: `The last day is not before the first; a deputy stands in for at most ${longestDeputyDays} days.`,
};
