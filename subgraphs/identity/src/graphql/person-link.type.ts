import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { PersonLink as DomainLink } from "../domain/person-link.js";

@ObjectType({
  description:
    "Somebody applied with this account's national ID under another e-mail address, and the school approved: the binding opens only if the account's owner accepts.",
})
export class PersonLink {
  @Field(() => ID, { description: "The link's id." })
  id!: string;

  @Field(() => ID, { description: "The approved request." })
  requestId!: string;

  @Field(() => DateTime, { description: "When the request was sent in." })
  appliedAt!: Date;

  @Field(() => DateTime, { description: "Until when it can be answered; after that it ends by itself." })
  expiresAt!: Date;
}

export function presentLink({ id, requestId, appliedAt, expiresAt }: DomainLink): PersonLink {
  return Object.assign(new PersonLink(), { id, requestId, appliedAt, expiresAt });
}
