import { batched } from "@campus-graph/kit/graphql/batching";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { guardiansOfStudent } from "./batches.js";
import { Guardian } from "./guardian.type.js";

/** Roster's student, which is described there; identity adds the guardians. */
@Directive('@key(fields: "id")')
@ObjectType()
export class Student {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => Student)
export class StudentExtension {
  @FieldResolver(() => [Guardian], {
    nullable: true,
    description:
      "The guardians who are bound to the student. For the homeroom teacher and the registrar; null for others.",
  })
  guardians(@Root() { id }: Student, @Ctx() context: IdentityContext): Promise<Guardian[] | null> {
    return batched(context, guardiansOfStudent, id);
  }
}
