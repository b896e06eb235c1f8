import { Field, ID, InputType } from "type-graphql";
import { ChannelName } from "./enums.js";

const reason = { description: "Why, in 1 to 500 characters. It is kept sealed, for an audit." };
const id = { description: "A client id of `partners`." };
const key = {
  description:
    "Its public key, for ES256 on P-256, as the text of a JWK, a JWK set or PEM: one, or two. Never the private one.",
};
const name = "The name that people know it by, in 1 to 60 characters.";
const channels = "The ways to pay for which it may speak: one at least.";
const scopes =
  "What it may do, one at least: bills:read and payments:notify in its own name; bills:read and notices:subscribe for guardians who link it.";
const redirectUris =
  "Where a guardian who links it is sent back to: whole https addresses, ten at most; none: it cannot be linked.";

@InputType({ description: "A partner that is registered, by its own public key." })
export class RegisterPartnerInput {
  @Field(() => ID, {
    description: "Its client id, for good: 2 to 40 small letters, digits or hyphens, a letter first.",
  })
  id!: string;

  @Field(() => String, { description: name })
  name!: string;

  @Field(() => [ChannelName], { description: channels })
  channels!: ChannelName[];

  @Field(() => [String], { description: scopes })
  scopes!: string[];

  @Field(() => [String], { defaultValue: [], description: redirectUris })
  redirectUris!: string[];

  @Field(() => String, key)
  key!: string;

  @Field(() => String, reason)
  reason!: string;
}

@InputType({ description: "What changes of a partner; what is left out stays as it is." })
export class ChangePartnerInput {
  @Field(() => ID, id)
  id!: string;

  @Field(() => String, { nullable: true, description: name })
  name!: string | null;

  @Field(() => [ChannelName], { nullable: true, description: channels })
  channels!: ChannelName[] | null;

  @Field(() => [String], { nullable: true, description: scopes })
  scopes!: string[] | null;

  @Field(() => [String], { nullable: true, description: redirectUris })
  redirectUris!: string[] | null;

  @Field(() => String, reason)
  reason!: string;
}

@InputType({ description: "A further key of a partner." })
export class AddPartnerKeyInput {
  @Field(() => ID, id)
  id!: string;

  @Field(() => String, key)
  key!: string;

  @Field(() => String, reason)
  reason!: string;
}

@InputType({ description: "A key of a partner that is to count no longer." })
export class EndPartnerKeyInput {
  @Field(() => ID, id)
  id!: string;

  @Field(() => ID, { description: "The id (kid) of the key." })
  keyId!: string;

  @Field(() => String, reason)
  reason!: string;
}

@InputType({ description: "A partner that is suspended or let in again, and why." })
export class SuspendPartnerInput {
  @Field(() => ID, id)
  id!: string;

  @Field(() => String, reason)
  reason!: string;
}
