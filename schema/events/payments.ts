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
}
