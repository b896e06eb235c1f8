import { personKey } from "@campus-graph/kit/auth/crypto";
import type { RosterContext } from "../context.js";
import type { SchoolClass } from "../domain/school-class.js";
import { RecordedParent, Student } from "../domain/student.js";
import { kept } from "../import/kept.js";
import type { Entry, ImportPlan } from "../import/plan.js";
import type { SchoolClasses } from "../persistence/school-classes.js";
import { sealParentId, sealParticulars } from "../persistence/sealed-particulars.js";
import { forgetStudents, nationalIdIndex, replaceParents } from "../persistence/students.js";
import type { StudentNews } from "./publish-students.js";

/**
 * Writes every student whom the plan touches, and answers what is to be told of each: nothing of those whom another
 * school has, `elsewhere`, since they are not here yet.
 */
export async function enterStudents(
  context: RosterContext,
  classes: SchoolClasses,
  plan: ImportPlan,
  elsewhere: ReadonlySet<string>,
): Promise<StudentNews[]> {
  const { enrol, move, change, leave } = plan;
  const enter = (type: Exclude<StudentNews["type"], "roster.StudentLeft">) => (entry: Entry) =>
    enterOne(context, classes.named(entry.sheet.className)!, type, entry, elsewhere);
  const entered = [
    ...enrol.map(enter("roster.StudentEnrolled")),
    ...move.map(enter("roster.StudentMoved")),
    ...change.map(enter("roster.StudentChanged")),
  ];
  const expected = leave.filter(({ arriving }) => arriving);
  const enrolled = leave.filter(({ arriving }) => !arriving);
  for (const student of enrolled) student.leave(context.clock.now());
  await context.em.flush();
  await enterParents(context, entered);
  await forgetStudents(
    context,
    expected.map(({ id }) => id),
  );
  return [
    ...entered.filter(({ student }) => !student.arriving),
    ...enrolled.map((student): StudentNews => ({ type: "roster.StudentLeft", student })),
  ];
}

type Entered = Exclude<StudentNews, { type: "roster.StudentLeft" }> & { entry: Entry };

function enterOne(
  { em, keys, newId }: RosterContext,
  schoolClass: SchoolClass,
  type: Entered["type"],
  entry: Entry,
  elsewhere: ReadonlySet<string>,
): Entered {
  const { sheet, before, particulars } = entry;
  const index = nationalIdIndex(keys, sheet.nationalId);
  const person = { nationalIdIndex: index, personKey: personKey(keys.ring("person"), sheet.nationalId) };
  const student = before?.student ?? new Student(newId(), index, person.personKey);
  student.recogniseBy(person);
  if (!before) student.arriving = elsewhere.has(index);
  const fromClassId = student.classId;
  student.sit({
    schoolCode: schoolClass.schoolCode,
    classId: schoolClass.id,
    seatNumber: kept(sheet.seatNumber, student.seatNumber),
  });
  student.studentNumber = kept(sheet.studentNumber, student.studentNumber);
  if (JSON.stringify(particulars) !== JSON.stringify(before?.particulars))
    student.describe(particulars.name, sealParticulars(keys, student.id, particulars));
  em.persist(student);
  return { type, student, schoolClass, fromClassId, entry };
}

async function enterParents(context: RosterContext, entered: readonly Entered[]): Promise<void> {
  const { keys } = context;
  const changes = entered.flatMap(({ student, entry }) =>
    [...entry.sheet.parents].map(([position, nationalId]) => ({
      studentId: student.id,
      position,
      nationalId,
    })),
  );
  const parents = changes.flatMap(({ studentId, position, nationalId }) => {
    if (!nationalId) return [];
    const key = personKey(keys.ring("person"), nationalId);
    return [
      new RecordedParent(studentId, position, key, sealParentId(keys, studentId, position, nationalId)),
    ];
  });
  const cleared = changes
    .filter(({ nationalId }) => !nationalId)
    .map(({ studentId, position }) => ({ studentId, position }));
  await replaceParents(context, parents, cleared);
}
