/** A guardian's word that they are paying a bill right now; who that is, payments keeps. */
export interface ClaimFacts {
  claimId: string;
  billId: string;
  studentId: string;
}

/** A bill that has changed. Amounts are whole NT$. */
export interface BillFacts {
  billId: string;
  accountNumber: string;
  studentId: string;
  schoolCode: string;
  amount: number;
}

/** Money of a case. Amounts are whole NT$. */
export interface CaseFacts {
  caseId: string;
  billId: string;
  studentId: string;
  schoolCode: string;
  amount: number;
}

/** Spoken by payments. Amounts are whole NT$. */
export interface PaymentsEvents {
  "payments.BillIssued": {
    billId: string;
    accountNumber: string;
    studentId: string;
    schoolCode: string;
    amount: number;
    issuedAt: string;
  };
  /** A new bill stands in the place of another, whose number is retired. */
  "payments.BillAmended": BillFacts & { replacedBillId: string; amendedAt: string };
  /** The school asks for none of the bill. */
  "payments.BillWaived": BillFacts & { waivedAt: string };
  /** The school took the bill back. */
  "payments.BillVoided": BillFacts & { voidedAt: string };
  "payments.PaymentReceived": {
    billId: string;
    paymentId: string;
    accountNumber: string;
    studentId: string;
    schoolCode: string;
    amount: number;
    channel: string;
    outcome: "RECEIVED" | "OVERPAYMENT" | "UNAPPLIED";
    receivedAt: string;
  };
  /** A guardian says that they are paying the bill now. */
  "payments.ClaimStarted": ClaimFacts;
  /** The claim was taken back, or given up for another; one that lapses is not told of. */
  "payments.ClaimEnded": ClaimFacts;
  /** Money that settled no bill, or that a paid bill needs no more, waits to be paid back, credited or held. */
  "payments.PaymentCaseOpened": CaseFacts & { reason: "OVERPAYMENT" | "UNAPPLIED"; openedAt: string };
  /** The bank has paid money of a case back. */
  "payments.RefundPaidOut": CaseFacts & { refundId: string; paidOutAt: string };
}
