/** Where it is written down who has acted on what must hold everywhere at once; a part of the bus. */
export interface Acknowledgements {
  /** From now on this participant must act on events of these types before they hold everywhere. */
  join(participant: string, types: readonly string[]): Promise<void>;
  /** Which events of its types the participant has not acknowledged, among those that do not hold everywhere yet. */
  unacknowledged(participant: string): Promise<string[]>;
  /** The participant has acted on these events. */
  acknowledge(participant: string, eventIds: readonly string[]): Promise<void>;
  /** Which participants have yet to act on an event; null when it has not come as far as the bus. */
  missing(eventId: string): Promise<string[] | null>;
}
