import type { CampusEvents, CampusEventType } from "@campus-graph/schema/events";
import type { Context } from "../context.js";

/** Where an event stands in its source's stream: positions of one epoch count 1, 2, 3 … without a gap. */
export interface StreamPosition {
  /** Rises when the source was restored from a backup: positions start over and nothing older may be compared. */
  epoch: number;
  position: number;
}

/** An event as it travels. */
export interface SentEvent extends StreamPosition {
  /** The subgraph that published it, e.g. `roster`. */
  source: string;
  /** The same event keeps its id however often it is sent: a reaction has one effect per id. */
  id: string;
  type: string;
  /** What the event is about. Events of one key arrive in the order in which they were committed. */
  key: string;
  payload: object;
  occurredAt: Date;
}

/** An event as a reaction meets it. */
export interface ReceivedEvent<T extends CampusEventType = CampusEventType> {
  readonly id: string;
  readonly type: T;
  readonly key: string;
  readonly payload: CampusEvents[T];
  readonly occurredAt: Date;
}

/**
 * What a subgraph does on an event: in a transaction of its own, once per event id.
 * Throwing undoes the transaction; the event comes again, later events of its key wait behind it.
 */
export type Reaction<S, T extends CampusEventType> = (
  context: Context<S>,
  event: ReceivedEvent<T>,
) => Promise<void>;

/**
 * A reaction that takes events of one type which came right after each other, oldest first, in one go: its effect is what
 * a reaction to each of them would have had, at the statements of one. It may also be given a single event.
 */
export interface BatchReaction<S, T extends CampusEventType> {
  readonly handleBatch: (context: Context<S>, events: readonly ReceivedEvent<T>[]) => Promise<void>;
}

/** The reactions of one subgraph: event type → what is done, in this order, or what is done for many together. */
export type Reactions<S> = {
  readonly [T in CampusEventType]?: readonly Reaction<S, T>[] | BatchReaction<S, T>;
};

/** Whether `a` stands before `b`. */
export function isBefore(a: StreamPosition, b: StreamPosition): boolean {
  return a.epoch < b.epoch || (a.epoch === b.epoch && a.position < b.position);
}

/** Whether `next` is the very next position after `last`, or the first of a later epoch. */
export function follows(next: StreamPosition, last: StreamPosition): boolean {
  return next.epoch === last.epoch
    ? next.position === last.position + 1
    : next.epoch > last.epoch && next.position === 1;
}
