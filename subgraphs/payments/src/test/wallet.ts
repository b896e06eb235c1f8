import { newId } from "@campus-graph/kit/sql/id";
import canonicalize from "canonicalize";
import { CompactSign, importJWK, type JWK } from "jose";
import type { City } from "./city.js";
import type { GivenBill } from "./given.js";
import { type PrivateJwk, walletKeys } from "./partner-keys.js";
import { partner } from "./viewers.js";

export interface Notice {
  accountNumber: string;
  amount: number;
  channel: string;
  transactionNumber: string;
  paidAt: string;
}

export interface ProofChanges {
  key?: PrivateJwk;
  header?: object;
  /** The time at which the partner believes to sign. */
  at?: Date;
}

export const notifyMutation = `mutation ($input: NotifyPaymentInput!, $proof: String!) {
  notifyPayment(input: $input, proof: $proof) { transactionNumber accountNumber amount outcome receivedAt } }`;

export function noticeOf(city: City, bill: GivenBill, changes: Partial<Notice> = {}): Notice {
  return {
    accountNumber: bill.accountNumber,
    amount: bill.amount,
    channel: "EASY_WALLET",
    transactionNumber: `T-${newId()}`,
    paidAt: city.clock.now().toISOString(),
    ...changes,
  };
}

/** A proof made as the README tells partners to. */
export async function proofOf(
  city: City,
  notice: Notice,
  { key = walletKeys.old, header = {}, at = city.clock.now() }: ProofChanges = {},
): Promise<string> {
  const signed = canonicalize({ ...notice, paidAt: new Date(notice.paidAt).toISOString() });
  const jws = await new CompactSign(new TextEncoder().encode(signed))
    .setProtectedHeader({
      alg: "ES256",
      kid: key.kid!,
      operation: "notifyPayment",
      aud: "campus-graph",
      iat: Math.floor(at.getTime() / 1000),
      nonce: newId(),
      ...header,
    })
    .sign(await importJWK(key as JWK, "ES256"));
  const [protectedHeader, , signature] = jws.split(".");
  return `${protectedHeader}..${signature}`;
}

/** The wallet tells of a payment with a good proof. */
export async function notify(city: City, notice: Notice, changes: ProofChanges = {}) {
  const proof = await proofOf(city, notice, changes);
  return city.execute(partner("wallet"), notifyMutation, { input: notice, proof });
}

/** The wallet pays a bill. */
export async function pay(city: City, bill: GivenBill, changes: Partial<Notice> = {}) {
  const { data, errors } = await notify(city, noticeOf(city, bill, changes));
  if (errors) throw new Error(String(errors[0]!.extensions.code));
  await city.settle();
  return data.notifyPayment;
}
