/** What a partner is to do about an answer to `notifyPayment`. */
export interface NoticeAnswer {
  means: string;
  whatToDo: string;
}

/** What became of money that was taken: the receipt's outcomes. */
export const noticeOutcomes = {
  RECEIVED: { means: "the bill is settled, also past its due date", whatToDo: "done" },
  OVERPAYMENT: {
    means: "the money is kept; the bill needed it no more: it is paid, voided or superseded",
    whatToDo: "done; the school refunds",
  },
} as const satisfies Record<string, NoticeAnswer>;

/** Why a notice is refused: what the partner's program got wrong. Each can be mended and told again. */
export const noticeRefusals = {
  BILL_NOT_FOUND: { means: "no such bill for you", whatToDo: "check the 16 digits" },
  AMOUNT_DIFFERS: {
    means: "not the bill's amount; `amountDue` says it",
    whatToDo: "correct, tell again under the same number",
  },
  CHANNEL_NOT_ENABLED: {
    means: "you are not registered for this channel",
    whatToDo: "name the channel that was used, or have the city register you for it",
  },
  TRANSACTION_CONFLICT: {
    means: "your number stood for another payment; nothing was written",
    whatToDo: "use a number of its own for each payment",
  },
  BAD_SIGNATURE: {
    means: "the proof is not yours, or not for this input; `fault` and `explanation` say which part",
    whatToDo: "mend that part, sign again",
  },
  CLOCK_SKEW: {
    means: "the proof is good but more than 10 minutes off",
    whatToDo: "set the clock, sign again",
  },
  BAD_INPUT: {
    means:
      "a field breaks its rule; `field` and `rule` say which, e.g. `paidAt` before the number was issued",
    whatToDo: "correct it, sign the corrected input",
  },
  TOO_MANY_ATTEMPTS: {
    means: "you tell of too many numbers that there are not",
    whatToDo: "wait `retryAfterSeconds`, check where the numbers come from",
  },
  PARTNER_SUSPENDED: {
    means: "the city has suspended your access; your word is not believed meanwhile, and nothing was written",
    whatToDo: "keep the notice and ask the city; admitted again, tell it under the same number",
  },
  FORBIDDEN: { means: "you are not registered, or not for notices", whatToDo: "ask the city" },
} as const satisfies Record<string, NoticeAnswer>;
