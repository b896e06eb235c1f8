import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import type { VisibilityGrant } from "../access/student-visibility.js";
import type { SeenStudent } from "../access/students.js";
import type { Student } from "../domain/student.js";

@Directive('@key(fields: "id")')
@ObjectType("Student", {
  description:
    "A child on a school's books. Seen by the guardians bound to it, by those who apply for the binding (masked name, " +
    "level and school only), by its homeroom teacher and by its school's registrars and cashiers; for everyone else " +
    "it does not exist.",
})
export class StudentType {
  @Field(() => ID, { description: "The student's id; it stays the same through all schools." })
  id!: string;

  @Directive("@shareable")
  @Field(() => String, { description: "The name with its middle hidden, e.g. 林O佑." })
  maskedName!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The seat number (座號) in the class; it can exceed the class's size. Null once the student left.",
  })
  seatNumber!: number | null;

  @Field(() => String, { nullable: true, description: "The school's own number for the student (學號)." })
  studentNumber!: string | null;

  grant!: VisibilityGrant;

  knowsSchool!: boolean;

  record!: Student;
}

export function presentStudent({ student, grant, knowsSchool }: SeenStudent): StudentType {
  const { id, maskedName, seatNumber, studentNumber } = student;
  const shown = { id, maskedName, seatNumber, studentNumber };
  return Object.assign(new StudentType(), { ...shown, grant, knowsSchool, record: student });
}
