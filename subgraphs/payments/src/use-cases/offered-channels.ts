import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import { type Channel, channels } from "../domain/channel.js";
import { currentAgreement } from "../persistence/collection-agreements.js";
import { servedChannels } from "../persistence/partners.js";

/** The channels for which a partner speaks now, read once for a request. */
export async function channelsServed(context: PaymentsContext): Promise<ReadonlySet<Channel>> {
  return (await batched(context, servedOnce, "all")) ?? new Set();
}

const servedOnce = defineBatch<string, ReadonlySet<Channel>, PaymentsServices>(async ({ em }, keys) => {
  const served = await servedChannels(em);
  return new Map(keys.map((key) => [key, served]));
});

/**
 * The channels that a school may allow on its bills: its agreement has them, and a partner reports what is paid
 * through them. A school that has no agreement yet is given one on the city's terms when it first bills.
 */
export async function offeredChannels(context: PaymentsContext, schoolCode: string): Promise<Channel[]> {
  const { em, services } = context;
  const agreement = (await currentAgreement(em, schoolCode)) ?? services.issuerTerms;
  if (!agreement) return [];
  const served = await servedChannels(em);
  return channels.filter((channel) => agreement.channels.includes(channel) && served.has(channel));
}
