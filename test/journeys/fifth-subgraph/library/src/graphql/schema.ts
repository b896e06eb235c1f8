import type { Context } from "@campus-graph/kit/context";
import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { federate } from "@campus-graph/kit/graphql/federate";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from "type-graphql";
import { cardsOf } from "../cards.js";
import { permissions } from "../permissions.js";

/** Roster's student; the library adds the card. */
@Directive('@key(fields: "id")')
@ObjectType("Student")
class StudentType {
  @Field(() => ID)
  id!: string;
}

const cards = defineBatch<string, string>(cardsOf);

@Resolver(() => StudentType)
class LibraryResolver {
  @Query(() => String, { description: "When the library is open." })
  libraryHours(): string {
    return "08:00–16:00";
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The student's library card; null for whoever does not see the student.",
  })
  libraryCard(@Root() { id }: StudentType, @Ctx() context: Context): Promise<string | null> {
    return batched(context, cards, id);
  }
}

/** The subgraph's schema, printed and executable. */
export function librarySchema() {
  return federate({
    resolvers: [LibraryResolver],
    orphanedTypes: [StudentType],
    references: { Student: ({ id }: { id: string }) => ({ id }) },
    permissions,
  });
}
