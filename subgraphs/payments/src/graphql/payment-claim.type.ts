import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { Channel } from "../domain/channel.js";
import { ChannelEnum } from "./enums.js";

@ObjectType("PaymentClaim", {
  description:
    "Somebody is paying a bill through a channel right now. It lapses by itself, and warns the other guardian meanwhile.",
})
export class PaymentClaimType {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => ChannelEnum, {
    description: "The channel, which takes no second payment of this bill while the claim lasts.",
  })
  channel!: Channel;

  @Field(() => DateTime, { description: "When the guardian said so." })
  startedAt!: Date;

  @Field(() => DateTime, { description: "When it lapses." })
  expiresAt!: Date;
}
