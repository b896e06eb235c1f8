import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { Partner as RegisteredPartner } from "../domain/partner.js";
import { ChannelName } from "./enums.js";

@ObjectType({ description: "A public key by which a partner's signatures are checked." })
export class PartnerKey {
  @Field(() => ID, { description: "Its key id (kid), which the partner names in all that it signs." })
  id!: string;

  @Field(() => DateTime, { description: "From when on it counts." })
  since!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it was ended; null while it counts." })
  until!: Date | null;
}

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

  @Field(() => DateTime, { description: "When it was registered." })
  registeredAt!: Date;

  @Field(() => [PartnerKey], {
    description:
      "Every key that it ever had, the oldest first; one counts, or two while one is exchanged for the other.",
  })
  keys!: PartnerKey[];

  @Field(() => [ChannelName], { description: "The ways to pay for which it may speak." })
  channels!: ChannelName[];

  @Field(() => [String], { description: "What it may do: bills:read, notices:subscribe, payments:notify." })
  scopes!: string[];

  @Field(() => [String], {
    description: "Where a guardian who links it is sent back to; empty: it cannot be linked.",
  })
  redirectUris!: string[];
}

export function presentPartner({ clientId, keys, ...partner }: RegisteredPartner): Partner {
  return Object.assign(new Partner(), {
    ...partner,
    id: clientId,
    keys: keys.map(({ kid, since, until }) => Object.assign(new PartnerKey(), { id: kid, since, until })),
  });
}
