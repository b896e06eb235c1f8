/** A guardian's word that they are paying a bill right now; who that is, payments keeps. */
export interface ClaimFacts {
  claimId: string;
  billId: string;
  studentId: string;
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
  "payments.PaymentReceived": {
    billId: string;
    paymentId: string;
    accountNumber: string;
    studentId: string;
    schoolCode: string;
    amount: number;
    channel: string;
    outcome: "RECEIVED" | "OVERPAYMENT";
    receivedAt: string;
  };
  /** A guardian says that they are paying the bill now. */
  "payments.ClaimStarted": ClaimFacts;
  /** The claim was taken back, or given up for another; one that lapses is not told of. */
  "payments.ClaimEnded": ClaimFacts;
}
