import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { WalletLink as Link } from "../domain/wallet-link.js";
import { Partner, presentPartner } from "./partner.type.js";

@ObjectType({
  description:
    "A wallet that the viewer let read their bills or get their notices. It may do nothing else, and can be ended at any time.",
})
export class WalletLink {
  @Field(() => ID, { description: "Its id, for unlinkWallet." })
  id!: string;

  @Field(() => Partner, { description: "Whose wallet it is." })
  partner!: Partner;

  @Field(() => [String], { description: "What it may do: bills:read, notices:subscribe." })
  scopes!: string[];

  @Field(() => DateTime, { description: "When it was agreed to." })
  since!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the wallet last got a token by it, which it must every five minutes; null: it never has.",
  })
  lastUsedAt!: Date | null;
}

export function presentWalletLink({ partner, ...link }: Link): WalletLink {
  return Object.assign(new WalletLink(), {
    id: link.id,
    scopes: [...link.scopes],
    since: link.since,
    lastUsedAt: link.lastUsedAt,
    partner: presentPartner(partner),
  });
}
