/** A call of the partner API: the operation that it stands for, as partners send it to `/graphql` too. */
export interface PartnerOperation {
  path: string;
  name: string;
  /** As in clients/operations/wallet, so that a production gateway lists it. */
  text: string;
  /** With null for what was left out. */
  variables: (body: Readonly<Record<string, unknown>>) => Record<string, unknown>;
  /** What is answered, of the operation's data. */
  answer: (data: Readonly<Record<string, unknown>>) => unknown;
}

export const partnerOperations: readonly PartnerOperation[] = [
  {
    path: "/partner/v1/bill-look-ups",
    name: "PayableBill",
    text: `query PayableBill($accountNumber: PayAccountNumber!, $payerReference: String) {
      billByAccountNumber(accountNumber: $accountNumber, payerReference: $payerReference) {
        accountNumber title amount dueDate schoolName maskedStudentName status channels } }`,
    variables: ({ accountNumber = null, payerReference = null }) => ({ accountNumber, payerReference }),
    answer: ({ billByAccountNumber }) => ({ bill: billByAccountNumber }),
  },
  {
    path: "/partner/v1/payment-notices",
    name: "NotifyPayment",
    text: `mutation NotifyPayment($input: NotifyPaymentInput!, $proof: String!) {
      notifyPayment(input: $input, proof: $proof) { transactionNumber accountNumber amount outcome receivedAt } }`,
    variables: ({ proof = null, ...input }) => ({ input, proof }),
    answer: ({ notifyPayment }) => notifyPayment,
  },
];

/** The HTTP status of each refusal that means something to a partner; of the gateway's own it is known, of others 422. */
export const partnerStatuses: Readonly<Record<string, number>> = {
  BAD_INPUT: 400,
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  PARTNER_SUSPENDED: 403,
  BILL_NOT_FOUND: 404,
  TRANSACTION_CONFLICT: 409,
  AMOUNT_DIFFERS: 422,
  BAD_SIGNATURE: 422,
  CHANNEL_NOT_ENABLED: 422,
  CLOCK_SKEW: 422,
  TOO_MANY_ATTEMPTS: 429,
  TRY_AGAIN: 503,
};
