import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { BillHistoryKind } from "../domain/bill-history.js";
import type { Channel } from "../domain/channel.js";
import { AccountType } from "./account.stub.js";
import { BillHistoryKindEnum, ChannelEnum } from "./enums.js";

@ObjectType("BillHistoryEntry", { description: "One thing that happened to a bill." })
export class BillHistoryEntryType {
  @Field(() => BillHistoryKindEnum, { description: "What happened." })
  kind!: BillHistoryKind;

  @Field(() => DateTime, { description: "When." })
  at!: Date;

  @Field(() => AccountType, {
    nullable: true,
    description:
      "ISSUED, AMENDED, VOIDED, WAIVED, REDUCED: the cashier who did it. Null for the rest, for bills from before that was kept, and for whoever is no cashier of the school any more.",
  })
  by!: AccountType | null;

  @Field(() => Int, { nullable: true, description: "TOLD: how many guardians." })
  guardians!: number | null;

  @Field(() => ChannelEnum, { nullable: true, description: "The channel of a payment; null for the rest." })
  channel!: Channel | null;

  @Field(() => Int, { nullable: true, description: "The money, in whole NT$: of the bill, or what arrived." })
  amount!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The client id of the partner that told of a payment.",
  })
  partner!: string | null;

  @Field(() => String, { nullable: true, description: "The partner's own number of a payment." })
  transactionNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "AMENDED, VOIDED, WAIVED, REDUCED: why, in the cashier's words.",
  })
  reason!: string | null;
}
