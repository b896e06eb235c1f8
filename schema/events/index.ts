/**
 * What the subgraphs tell each other. An event names things by id; it never holds a national ID, and a name only
 * where it is already masked. Two people are compared by `personKey`, an HMAC of the national ID.
 */

export type { BindingEvents, RequestFacts } from "./binding.js";
export type { DeliveryEvents, DeliveryRequest } from "./delivery.js";
export type { IdentityEvents, PartnerFacts } from "./identity.js";
export type { PaymentsEvents } from "./payments.js";
export type { DisclosureFacts, PersonalDataEvents } from "./personal-data.js";
export type { DeputyFacts, RosterEvents } from "./roster.js";

import type { BindingEvents } from "./binding.js";
import type { DeliveryEvents } from "./delivery.js";
import type { IdentityEvents } from "./identity.js";
import type { PaymentsEvents } from "./payments.js";
import type { PersonalDataEvents } from "./personal-data.js";
import type { RosterEvents } from "./roster.js";

/** Every event of the graph: its full type name to its payload. */
export type CampusEvents = IdentityEvents &
  RosterEvents &
  BindingEvents &
  PaymentsEvents &
  DeliveryEvents &
  PersonalDataEvents;

export type CampusEventType = keyof CampusEvents;

/** Who speaks: a subgraph, by its name. */
export type EventSource = CampusEventType extends `${infer Source}.${string}` ? Source : never;
