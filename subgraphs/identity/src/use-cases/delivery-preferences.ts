import { subjectOf } from "@campus-graph/kit/context";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { DeliveryChannel, DeliveryKind, DeliveryPreference } from "../domain/delivery.js";
import { deliveryPreferencesOf, keepDeliveryPreference } from "../persistence/delivery-preferences.js";

export function myDeliveryPreferences(context: IdentityContext): Promise<DeliveryPreference[]> {
  return deliveryPreferencesOf(context, subjectOf(context));
}

/** What one is written about from now on; a letter under way goes by what is chosen when it is sent. */
export async function chooseDelivery(
  context: IdentityContext,
  choice: { kind: DeliveryKind; channel: DeliveryChannel; wanted: boolean },
): Promise<DeliveryPreference[]> {
  const subjectId = subjectOf(context);
  await transaction(context, (context) => keepDeliveryPreference(context, subjectId, choice));
  return deliveryPreferencesOf(context, subjectId);
}
