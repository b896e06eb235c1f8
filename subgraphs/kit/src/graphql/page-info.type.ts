import "reflect-metadata";
import { Directive, Field, ObjectType } from "type-graphql";
import { Cursor } from "./scalars.js";

@Directive("@shareable")
@ObjectType({ description: "Where a page stands in its list (Relay connections)." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follows after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether something stands before this page." })
  hasPreviousPage!: boolean;

  @Field(() => Cursor, { nullable: true, description: "The first edge's cursor; null on an empty page." })
  startCursor!: string | null;

  @Field(() => Cursor, {
    nullable: true,
    description:
      "Go on from here. A notice list gives it even when empty: it then means “everything up to now”.",
  })
  endCursor!: string | null;
}
