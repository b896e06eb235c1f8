import type { CampusEvents, CampusEventType } from "@campus-graph/schema/events";
import type { EventSubscriber, Transaction, TransactionEventArgs } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { newId } from "../sql/id.js";

export interface NewEvent<T extends CampusEventType> {
  type: T;
  /** What the event is about: events of one key arrive in the order in which they were committed. */
  key: string;
  payload: CampusEvents[T];
  /** When it happened, by the context's clock; the database's time of commit when absent. */
  occurredAt?: Date;
}

/**
 * Records an event in the transaction that changes the state: both commit or neither does.
 *
 * The row is written at the very end of the transaction, when it holds every row lock it will hold. So of two
 * transactions that change the same aggregate, the later to commit also draws the higher serial, and the relay,
 * which goes by serials, publishes in commit order per key.
 *
 * Returns the event's id.
 */
export function recordEvent<T extends CampusEventType>(em: EntityManager, event: NewEvent<T>): string {
  const transaction = em.getTransactionContext();
  if (!transaction) throw new Error(`The event ${event.type} is recorded outside of a transaction.`);
  em.getEventManager().registerSubscriber(outboxWriter);
  const recorded = unwritten.get(transaction);
  const row = { ...event, id: newId() };
  if (recorded) recorded.push(row);
  else unwritten.set(transaction, [row]);
  return row.id;
}

/** What to do once a transaction that recorded events has committed. Keyed by what all forks of an ORM have in common. */
export function onEventsCommitted(em: EntityManager, wake: () => void): void {
  em.getEventManager().registerSubscriber(outboxWriter);
  wakers.set(em.getDriver(), wake);
}

type UnwrittenEvent = NewEvent<CampusEventType> & { id: string };

const unwritten = new WeakMap<Transaction, UnwrittenEvent[]>();
const committing = new WeakSet<object>();
const wakers = new WeakMap<object, () => void>();

const outboxWriter: EventSubscriber = {
  async beforeTransactionCommit({ em, transaction }: TransactionEventArgs): Promise<void> {
    const events = transaction && unwritten.get(transaction);
    if (!events) return;
    unwritten.delete(transaction);
    await em.getConnection().execute(insertEvents, [JSON.stringify(events)], "run", transaction);
    committing.add(em.getDriver());
  },
  afterTransactionCommit({ em, transaction }: TransactionEventArgs): void {
    // The end of a nested transaction is a savepoint's, and commits nothing yet.
    if (!transaction || "savepointName" in transaction || !committing.delete(em.getDriver())) return;
    wakers.get(em.getDriver())?.();
  },
};

const insertEvents = `
  insert into outbox (id, type, key, payload, occurred_at)
  select id, type, key, payload, coalesce("occurredAt", now())
  from rows from (
    jsonb_to_recordset(?::jsonb) as (id uuid, type text, key text, payload jsonb, "occurredAt" timestamptz)
  ) with ordinality as event (id, type, key, payload, "occurredAt", ordinality)
  order by ordinality`;
