import type { Acknowledgements } from "../revocation/acknowledgements.js";
import type { Listening } from "../sql/listen.js";
import type { SentEvent, StreamPosition } from "./event.js";

/** A range of one source's stream that a consumer misses. */
export interface MissingRange {
  epoch: number;
  from: number;
  to: number;
}

export interface WakeUps {
  onEvents: () => void;
  onReplayRequested: () => void;
}

/**
 * What carries events between subgraphs: at least once, in order per source. PostgreSQL by default.
 * A wake-up is only a hint; what is read is the truth.
 */
export interface Bus extends Acknowledgements {
  /** Makes the bus ready to use; any number of services may do so at once. */
  prepare(): Promise<void>;
  /** Puts events of one source on the bus, and wakes its listeners. Sending the same positions again changes nothing. */
  publish(events: readonly SentEvent[]): Promise<void>;
  /** The source has published everything for now. */
  caughtUp(source: string): Promise<void>;
  /**
   * The next events of some sources, each after its own position, at most `limit` of each. Payloads are given for the
   * `types` wanted, and are null for the others.
   */
  read(after: readonly SourcePosition[], types: readonly string[], limit: number): Promise<ReadEvent[]>;
  /** The last position on the bus, or null while the source has never published. */
  head(source: string): Promise<StreamPosition | null>;
  /** Requests that the source sends a range again. */
  requestReplay(source: string, range: MissingRange): Promise<void>;
  /** The ranges requested of a source, which are thereby taken off the list. */
  takeReplayRequests(source: string): Promise<MissingRange[]>;
  /** Wakes the gateways: some feed has grown. Carries nothing. */
  announceNews(): Promise<void>;
  /** Calls back when there may be something new, and after each (re)connection. */
  listen(wakeUps: WakeUps): Listening;
  close(): Promise<void>;
}

/** A place in one source's stream. */
export type SourcePosition = StreamPosition & { source: string };

export type ReadEvent = Omit<SentEvent, "payload"> & { payload: object | null };

/** An event that somebody here reacts to. */
export type WantedEvent = Omit<SentEvent, "epoch" | "position">;

export function isWanted(event: ReadEvent): event is SentEvent {
  return event.payload !== null;
}
