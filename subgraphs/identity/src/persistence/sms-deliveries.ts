import type { IdentityContext } from "../context.js";
import type { SmsState } from "../sms/sms-provider.js";

export interface AcceptedSms {
  id: string;
  maskedTarget: string;
  reference: string | null;
  acceptedAt: Date;
}

/** That the provider has the message; of one that was sent twice the first counts. */
export async function keepAcceptedSms({ em }: IdentityContext, accepted: AcceptedSms): Promise<void> {
  const { id, maskedTarget, reference, acceptedAt } = accepted;
  await em.execute(
    `insert into sms_delivery (id, masked_target, reference, state, accepted_at) values (?, ?, ?, 'ACCEPTED', ?)
     on conflict (id) do nothing`,
    [id, maskedTarget, reference, acceptedAt],
  );
}

export async function keepSmsState(
  { em, clock }: IdentityContext,
  { id, state }: { id: string; state: Exclude<SmsState, "ACCEPTED"> },
): Promise<void> {
  await em.execute("update sms_delivery set state = ?, settled_at = ? where id = ? and state = 'ACCEPTED'", [
    state,
    clock.now(),
    id,
  ]);
}
