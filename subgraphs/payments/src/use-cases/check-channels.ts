import { entriesBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import type { PaymentsContext } from "../context.js";
import { type AgreementTerms, takes } from "../domain/agreement-terms.js";
import { type Channel, channels } from "../domain/channel.js";
import type { Money } from "../domain/money.js";
import { ChannelNotEnabled } from "../domain/refusals.js";
import { servedChannels } from "../persistence/partners.js";

/**
 * Refuses (CHANNEL_NOT_ENABLED) a chosen channel that the school has no agreement or no partner for, and a choice through
 * which a bill of this amount could not be paid at all. A school without an agreement bills on terms that are given with it.
 */
export async function checkChannels(
  { em }: PaymentsContext,
  terms: Pick<AgreementTerms, "channels" | "storeCapNtd">,
  chosen: readonly Channel[] | null,
  amount: Money,
): Promise<void> {
  if (chosen === null) return;
  if (chosen.length === 0)
    throw new BadInput({ field: "channels", rule: entriesBetween(1, channels.length) });
  const served = await servedChannels(em);
  const missing = chosen.find((channel) => !terms.channels.includes(channel) || !served.has(channel));
  if (missing) throw new ChannelNotEnabled(missing, { whose: "school" });
  if (!chosen.some((channel) => takes(terms, channel, amount)))
    throw new ChannelNotEnabled(chosen[0], { whose: "amount" });
}
