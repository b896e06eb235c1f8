import { defineEntity, p } from "@mikro-orm/core";
import type { ClassName } from "../domain/class-name.js";
import { Deputy } from "../domain/deputy.js";
import { educationLevels } from "../domain/education-level.js";
import { Homeroom } from "../domain/homeroom.js";
import { School } from "../domain/school.js";
import { SchoolClass } from "../domain/school-class.js";
import { Student } from "../domain/student.js";

export const SchoolSchema = defineEntity({
  class: School,
  tableName: "school",
  properties: { code: p.text().primary(), name: p.text(), level: p.enum(educationLevels) },
  checks: [{ name: "school_code_check", expression: "code ~ '^[0-9]{3}[0-9A-Z][0-9]{2}$'" }],
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
    removedAt: p.datetime().nullable(),
  },
  uniques: [{ name: "school_class_school_code_name_key", properties: ["schoolCode", "name"] }],
  indexes: [{ name: "school_class_awaits", properties: ["homeroomLoginKey", "schoolCode"] }],
  checks: [{ name: "school_class_grade_check", expression: "grade >= 1 and grade <= 12" }],
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
  indexes: [
    {
      name: "student_of_class",
      expression: "create index student_of_class on student (class_id) where left_at is null",
    },
    {
      name: "student_of_person",
      expression: "create unique index student_of_person on student (national_id_index) where not arriving",
    },
    {
      name: "student_arriving",
      expression:
        "create unique index student_arriving on student (national_id_index, school_code) where arriving",
    },
  ],
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
  indexes: [
    {
      name: "homeroom_lasting",
      expression: "create unique index homeroom_lasting on homeroom (class_id) where until is null",
    },
    {
      name: "homeroom_of_teacher",
      expression: "create index homeroom_of_teacher on homeroom (staff_subject_id) where until is null",
    },
  ],
});

export const DeputySchema = defineEntity({
  class: Deputy,
  tableName: "deputy",
  properties: {
    id: p.uuid().primary(),
    classId: p.uuid(),
    staffSubjectId: p.text(),
    from: p.text(),
    until: p.text(),
    endedAt: p.datetime().nullable(),
    endEventId: p.uuid().nullable(),
  },
  indexes: [
    {
      name: "deputy_of_class",
      expression: "create index deputy_of_class on deputy (class_id) where ended_at is null",
    },
    {
      name: "deputy_of_teacher",
      expression: "create index deputy_of_teacher on deputy (staff_subject_id) where ended_at is null",
    },
  ],
  checks: [{ name: "deputy_days_check", expression: '"from" <= until' }],
});

export const entities = [SchoolSchema, SchoolClassSchema, StudentSchema, HomeroomSchema, DeputySchema];
