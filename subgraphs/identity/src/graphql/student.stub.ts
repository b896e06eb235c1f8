import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import { seeGuardiansOfStudent } from "../access/guardians.js";
import type { IdentityContext } from "../context.js";
import { Guardian, presentGuardian } from "./guardian.type.js";

/** Roster's student, which is described there; identity adds the guardians. */
@Directive('@key(fields: "id")')
@ObjectType()
export class Student {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => Student)
export class StudentFields {
  @FieldResolver(() => [Guardian], {
    nullable: true,
    description:
      "The guardians who are bound to the student. For the homeroom teacher and the registrar; null for others.",
  })
  async guardians(@Root() { id }: Student, @Ctx() context: IdentityContext): Promise<Guardian[] | null> {
    const found = await seeGuardiansOfStudent(context, id);
    return found?.map(presentGuardian) ?? null;
  }
}
