/** What the wallet's own server answers. The page knows nothing of the city's graph. */
export interface Bill {
  accountNumber: string;
  title: string;
  amount: number;
  dueDate: string;
  schoolName: string;
  maskedStudentName: string;
  status: string;
  channels: string[];
}

export interface Payment {
  transactionNumber: string;
  accountNumber: string;
  amount: number;
  title: string;
  schoolName: string;
  paidAt: string;
  state: "REPORTING" | "REPORTED" | "REFUSED";
  outcome: "RECEIVED" | "OVERPAYMENT" | "UNAPPLIED" | null;
  refusal: string | null;
}

export interface Purse {
  balance: number;
  payments: Payment[];
}

/** A bill of the guardian whose account is linked. */
export interface LinkedBill {
  accountNumber: string;
  title: string;
  amount: number;
  dueDate: string;
  school: { name: string };
  student: { maskedName: string };
}

export interface LinkedNotice {
  id: string;
  kind: string;
  occurredAt: string;
  title: string | null;
  amount: number | null;
  maskedName: string | null;
}

/** `since` null: no account is linked. */
export interface Link {
  since: string | null;
  bills: LinkedBill[];
  notices: LinkedNotice[];
}

export class Failure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export const readPurse = () => request<Purse>("purse");
export const findBill = (number: string) => request<Bill>(`bills/${number}`);

export const readLink = () => request<Link>("link");
export const endLink = () =>
  request<Link>("link/end", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });

/** Sent again under the same transaction number, it is the same payment. */
export const pay = (order: { transactionNumber: string; accountNumber: string; amount: number }) =>
  request<Payment>("payments", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(order),
  });

async function request<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(`api/${path}`, init).catch(() => {
    throw new Failure("UNREACHABLE");
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Failure(body.code ?? "UNREACHABLE");
  return body as Answer;
}
