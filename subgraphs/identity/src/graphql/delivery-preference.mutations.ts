import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { chooseDelivery } from "../use-cases/delivery-preferences.js";
import {
  type DeliveryChannel,
  DeliveryChannelName,
  type DeliveryKind,
  DeliveryKindName,
  DeliveryPreference,
  presentPreference,
} from "./delivery-preference.type.js";

@InputType({ description: "One choice: about what, by which way, and whether." })
class DeliveryPreferenceInput {
  @Field(() => DeliveryKindName, { description: "About what." })
  kind!: DeliveryKind;

  @Field(() => DeliveryChannelName, { description: "By which way." })
  channel!: DeliveryChannel;

  @Field(() => Boolean, { description: "Whether the viewer wishes to be written to." })
  wanted!: boolean;
}

@Resolver()
export class DeliveryPreferenceMutations {
  @Mutation(() => [DeliveryPreference], {
    description:
      "Chooses what the viewer is written about from now on, letters under way included. Returns all choices.",
  })
  async setDeliveryPreference(
    @Ctx() context: IdentityContext,
    @Arg("input", () => DeliveryPreferenceInput, { description: "The choice." })
    input: DeliveryPreferenceInput,
  ): Promise<DeliveryPreference[]> {
    return (await chooseDelivery(context, input)).map(presentPreference);
  }
}
