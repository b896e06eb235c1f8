import { batched } from "@campus-graph/kit/batching";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../services.js";
import { guardiansOfStudent } from "./batches.js";
import { Guardian } from "./guardian.type.js";

@Directive('@key(fields: "id")')
@ObjectType({ description: "A child at a school." })
export class Student {
  @Field(() => ID, { description: "The student's id." })
  id!: string;
}

@Resolver(() => Student)
export class StudentExtension {
  @FieldResolver(() => [Guardian], {
    nullable: true,
    description: "The guardians who are bound to the student. For the homeroom teacher; null for others.",
  })
  guardians(@Root() { id }: Student, @Ctx() context: Context): Promise<Guardian[] | null> {
    return batched(context, guardiansOfStudent, id);
  }
}
