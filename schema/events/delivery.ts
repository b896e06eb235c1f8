/**
 * Somebody is to be written to. Identity knows their addresses, what they wish to be written about and when nobody is
 * woken; it renders the template as things stand when it sends, from what it knows of the ids.
 */
export interface DeliveryRequest {
  subjectId: string;
  /** A file of identity's `delivery/templates/`, by its name. */
  template: string;
  /** What the letter is about, such as `requestId`. Never a name. */
  ids: Readonly<Record<string, string>>;
  /** The same occasion is written about once, however often it is spoken of. */
  occasion: string;
}

/** Spoken by any subgraph, answered by identity. */
export interface DeliveryEvents {
  "binding.DeliveryRequested": DeliveryRequest;
  "payments.DeliveryRequested": DeliveryRequest;
  "roster.DeliveryRequested": DeliveryRequest;
}
