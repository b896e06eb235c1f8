import type { IdentityContext } from "../context.js";
import {
  type DeliveryChannel,
  type DeliveryKind,
  type DeliveryPreference,
  deliveryKinds,
  usualChoice,
} from "../domain/delivery.js";

/** A person's choices, each kind once; what they have not chosen is as usual. */
export async function deliveryPreferencesOf(
  { em }: IdentityContext,
  subjectId: string,
): Promise<DeliveryPreference[]> {
  const chosen = await em.execute<{ kind: DeliveryKind; channel: DeliveryChannel; wanted: boolean }[]>(
    "select kind, channel, wanted from delivery_preference where subject_id = ?",
    [subjectId],
  );
  return deliveryKinds.map((kind) => {
    const own = chosen.filter((each) => each.kind === kind).map(({ channel, wanted }) => [channel, wanted]);
    return { kind, wanted: { ...usualChoice[kind], ...Object.fromEntries(own) } };
  });
}

export async function keepDeliveryPreference(
  { em }: IdentityContext,
  subjectId: string,
  { kind, channel, wanted }: { kind: DeliveryKind; channel: DeliveryChannel; wanted: boolean },
): Promise<void> {
  await em.execute(
    `insert into delivery_preference (subject_id, kind, channel, wanted) values (?, ?, ?, ?)
     on conflict (subject_id, kind, channel) do update set wanted = excluded.wanted`,
    [subjectId, kind, channel, wanted],
  );
}
