import { Ctx, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { myDeliveryPreferences } from "../use-cases/delivery-preferences.js";
import { DeliveryPreference, presentPreference } from "./delivery-preference.type.js";

@Resolver()
export class DeliveryPreferenceQueries {
  @Query(() => [DeliveryPreference], {
    description:
      "What the viewer wishes to be written about, each kind once; what they never chose is as usual.",
  })
  async deliveryPreferences(@Ctx() context: IdentityContext): Promise<DeliveryPreference[]> {
    return (await myDeliveryPreferences(context)).map(presentPreference);
  }
}
