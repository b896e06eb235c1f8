import { sealToken } from "@campus-graph/kit/auth/crypto";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import type { RosterContext } from "../context.js";
import type { SheetTeacher } from "../import/sheet-student.js";
import { lastListed, noteListed } from "../persistence/listed-teachers.js";

const dayMs = 24 * 3_600_000;

/** So long an invitation is waited for; when a later sheet names the teacher again, identity sees to whether it came to nothing. */
const waitedForMs = 3 * dayMs;
/** Name and address are worth it for a week. */
const listedForMs = 7 * dayMs;

/**
 * Lists homeroom teachers with identity, by the keys of their logins: those who have no sign-in at the school yet get one,
 * and whom a sheet listed three days ago or more gets another invitation if the first one came to nothing.
 */
export async function listTeachers(
  context: RosterContext,
  schoolCode: string,
  named: ReadonlyMap<string, SheetTeacher>,
  signedUp: ReadonlyMap<string, string>,
): Promise<void> {
  const now = context.clock.now();
  const before = await lastListed(context, schoolCode, [...named.keys()]);
  const due = [...named].filter(([key]) => now.getTime() - (before.get(key)?.getTime() ?? 0) >= waitedForMs);
  for (const [key, teacher] of due)
    if (before.has(key) || !signedUp.has(key))
      list(context, { schoolCode, teacher, key, isKnown: signedUp.has(key) });
  await noteListed(
    context,
    schoolCode,
    due.map(([key]) => key),
  );
}

interface Listed {
  schoolCode: string;
  teacher: SheetTeacher;
  key: string;
  isKnown: boolean;
}

/** The name and e-mail address travel sealed for identity, which makes the sign-in. */
function list(
  { em, keys, clock }: RosterContext,
  { schoolCode, teacher: { name, email }, key, isKnown }: Listed,
): void {
  const expiresAt = new Date(clock.now().getTime() + listedForMs);
  const sealedPerson = sealToken(keys.ring("staff"), "staff-listed", { name, email }, expiresAt);
  recordEvent(em, {
    type: "roster.StaffListed",
    key,
    payload: { schoolCode, role: "TEACHER", loginKey: key, sealedPerson, isKnown },
  });
}
