import type { JsonWebKeySet } from "@campus-graph/kit/keys";
import type { Channel } from "../domain/channel.js";

/** A wallet, bank or store that finds bills by their number and tells of payments. */
export interface Partner {
  /** Its OAuth client, e.g. `wallet`. */
  clientId: string;
  /** The channels it may speak for. */
  channels: readonly Channel[];
  /** Its public keys: the one that a proof names must be among them, so two are good while a key is exchanged. */
  publicKeys: JsonWebKeySet;
}

/** All partners by their client id. */
export type Partners = ReadonlyMap<string, Partner>;
