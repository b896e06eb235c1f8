import type { ClassName } from "@campus-graph/kit/text/class-name";
import { defineEntity, p } from "@mikro-orm/core";
import { educationLevels } from "../domain/education-level.js";
import { Homeroom } from "../domain/homeroom.js";
import { School } from "../domain/school.js";
import { SchoolClass } from "../domain/school-class.js";
import { Student } from "../domain/student.js";

export const SchoolSchema = defineEntity({
  class: School,
  tableName: "school",
  properties: { code: p.string().primary(), name: p.text(), level: p.enum(educationLevels) },
});

export const SchoolClassSchema = defineEntity({
  class: SchoolClass,
  tableName: "school_class",
  properties: {
    id: p.uuid().primary(),
    schoolCode: p.text(),
    name: p.text().$type<ClassName>(),
    grade: p.integer(),
    homeroomLoginKey: p.text().nullable(),
  },
});

export const StudentSchema = defineEntity({
  class: Student,
  tableName: "student",
  properties: {
    id: p.uuid().primary(),
    nationalIdIndex: p.text(),
    personKey: p.text(),
    schoolCode: p.text(),
    classId: p.uuid(),
    seatNumber: p.integer().nullable(),
    studentNumber: p.text().nullable(),
    maskedName: p.text(),
    sealedParticulars: p.text(),
    leftAt: p.datetime().nullable(),
    arriving: p.boolean(),
  },
});

export const HomeroomSchema = defineEntity({
  class: Homeroom,
  tableName: "homeroom",
  properties: {
    id: p.uuid().primary(),
    classId: p.uuid(),
    staffSubjectId: p.text(),
    from: p.datetime(),
    until: p.datetime().nullable(),
  },
});

export const entities = [SchoolSchema, SchoolClassSchema, StudentSchema, HomeroomSchema];
