import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import type { Page } from "@campus-graph/kit/graphql/pagination";
import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ObjectType } from "type-graphql";
import type { Disclosure as DomainDisclosure } from "../domain/disclosure.js";
import { RoleName } from "./enums.js";

@ObjectType({
  description: "That somebody was shown what screens hide, for the person whom it concerns (個資法 §3).",
})
export class Disclosure {
  @Field(() => DateTime, { description: "When." })
  at!: Date;

  @Field(() => String, { description: "Who looked, by name; empty where there is no such account any more." })
  by!: string;

  @Field(() => RoleName, { description: "As what they looked." })
  role!: RoleName;

  @Field(() => String, { description: "What they were shown, such as NATIONAL_ID." })
  what!: string;

  @Field(() => String, { nullable: true, description: "Why, in their own words." })
  reason!: string | null;
}

export const DisclosureConnection = connectionOf("Disclosure", Disclosure);

export function presentDisclosures({ edges, pageInfo }: Page<DomainDisclosure>): Page<Disclosure> {
  return {
    pageInfo,
    edges: edges.map(({ cursor, node: { at, by, role, what, reason } }) => ({
      cursor,
      node: Object.assign(new Disclosure(), { at, by: by ?? "", role: RoleName[role], what, reason }),
    })),
  };
}
