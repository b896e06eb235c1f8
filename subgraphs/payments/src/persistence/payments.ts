import { UniqueConstraintViolationException } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { Payment } from "../domain/payment.js";

/** The payment that the partner told of under this transaction number. */
export function findPayment(
  em: EntityManager,
  partner: string,
  transactionNumber: string,
): Promise<Payment | null> {
  return em.findOne(Payment, { partner, transactionNumber });
}

/** The payment by which the bill was paid. */
export function paymentThatSettled(em: EntityManager, billId: string): Promise<Payment | null> {
  return em.findOne(Payment, { billId, outcome: "RECEIVED" });
}

/**
 * Writes the payment; false when the transaction number is already taken, which waits for whoever is taking it. The
 * transaction can then only be given up.
 */
export async function insertPayment(em: EntityManager, payment: Payment): Promise<boolean> {
  try {
    await em.persist(payment).flush();
    return true;
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return false;
    throw error;
  }
}
