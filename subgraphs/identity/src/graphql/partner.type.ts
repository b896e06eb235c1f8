import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "A payment partner: a wallet, a bank or a chain of stores." })
export class Partner {
  @Field(() => ID, { description: "Its client id." })
  id!: string;

  @Field(() => String, { description: "The name that people know it by." })
  name!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "Since when the city lets it do nothing; null while it may work.",
  })
  suspendedAt!: Date | null;
}
