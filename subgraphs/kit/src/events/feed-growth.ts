import type { EventSubscriber, Transaction, TransactionEventArgs } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";

/** The most rows that one transaction appends to feeds: a feed has one writer at a time, and the others wait for it. */
export const largestAppend = 500;

/** Marks the transaction: it appends rows to feeds, and the gateways are woken once it has committed. */
export function noteAppended(em: EntityManager, rows: number): void {
  const transaction = em.getTransactionContext();
  if (!transaction) throw new Error("A feed is appended to outside of a transaction.");
  add(transaction, rows);
}

/** How many rows the transaction of this entity manager has appended so far. */
export function appendedRows(em: EntityManager): number {
  const transaction = em.getTransactionContext();
  return (transaction && appended.get(transaction)) || 0;
}

/** What to do once a transaction that appended to feeds has committed. Keyed by what all forks of an ORM have in common. */
export function onFeedsGrown(em: EntityManager, announce: () => Promise<void>): void {
  em.getEventManager().registerSubscriber(commitWatcher);
  announcers.set(em.getDriver(), announce);
}

const appended = new WeakMap<Transaction, number>();
/** The transaction that a nested one was begun in, by the nested one's entity manager. */
const outer = new WeakMap<object, Transaction>();
const announcers = new WeakMap<object, () => Promise<void>>();

function add(transaction: Transaction, rows: number): void {
  appended.set(transaction, (appended.get(transaction) ?? 0) + rows);
}

const commitWatcher: EventSubscriber = {
  beforeTransactionStart({ em, transaction }: TransactionEventArgs): void {
    if (transaction) outer.set(em, transaction);
  },
  async afterTransactionCommit({ em, transaction }: TransactionEventArgs): Promise<void> {
    const rows = transaction && appended.get(transaction);
    if (!rows) return;
    // The end of a nested transaction is a savepoint's: what it appended commits with the one around it.
    if ("savepointName" in transaction) add(outer.get(em)!, rows);
    else await announcers.get(em.getDriver())?.();
  },
};
