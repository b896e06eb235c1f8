import { defineBatch } from "@campus-graph/kit/graphql/batching";
import { compareClasses } from "../domain/class-order.js";
import { School } from "../domain/school.js";
import { SchoolClass } from "../domain/school-class.js";
import { Student } from "../domain/student.js";

/** Schools by code. */
export const schoolByCode = defineBatch(async ({ em }, codes: readonly string[]) => {
  const schools = await em.find(School, { code: { $in: [...codes] } });
  return new Map(schools.map((school) => [school.code, school]));
});

/** Classes by id. */
export const classById = defineBatch(async ({ em }, ids: readonly string[]) => {
  const classes = await em.find(SchoolClass, { id: { $in: [...ids] }, removedAt: null });
  return new Map(classes.map((each) => [each.id, each]));
});

/** All classes of a school, by grade and number. */
export const classesOfSchool = defineBatch(async ({ em }, codes: readonly string[]) => {
  const classes = await em.find(SchoolClass, { schoolCode: { $in: [...codes] }, removedAt: null });
  return Map.groupBy(classes.sort(compareClasses), ({ schoolCode }) => schoolCode);
});

/** Who sits in a class now, by seat. */
export const studentsOfClass = defineBatch(async ({ em }, ids: readonly string[]) => {
  const students = await em.find(
    Student,
    { classId: { $in: [...ids] }, leftAt: null },
    { orderBy: { seatNumber: "asc nulls last", id: "asc" } },
  );
  return Map.groupBy(students, ({ classId }) => classId);
});
