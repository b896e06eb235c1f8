import { enumOf } from "@campus-graph/kit/graphql/enums";
import { registerEnumType } from "type-graphql";
import { billHistoryKinds } from "../domain/bill-history.js";
import { billStatuses } from "../domain/bill-status.js";
import { channels } from "../domain/channel.js";
import { figureKinds } from "../domain/figure.js";
import { paymentOutcomes } from "../domain/payment.js";
import { relationships } from "../domain/relationship.js";
import { billNoticeKinds, claimNoticeKinds } from "../feed.js";

export const ChannelEnum = enumOf(channels);
registerEnumType(ChannelEnum, {
  name: "Channel",
  description: "A way to pay a bill.",
  valuesConfig: {
    EASY_WALLET: { description: "悠遊付, a wallet; the news comes at once." },
    PAY_TAIPEI: { description: "PayTaipei, the city's payment platform; the news takes a day." },
    CREDIT_CARD: { description: "Credit card, through i繳費; the news comes at once." },
    ATM: {
      description: "Bank transfer, at a machine or in a bank's app by TWQR; the news comes the same day.",
    },
    CONVENIENCE_STORE: { description: "A store's till, by barcode; the news takes three days or more." },
  },
});

export const BillStatusEnum = enumOf(billStatuses);
registerEnumType(BillStatusEnum, {
  name: "BillStatus",
  description: "Where a bill stands. Overdue is not a status: it is derived from the day, see Bill.overdue.",
  valuesConfig: {
    UNPAID: { description: "Money is due." },
    PAID: { description: "The money has arrived." },
    VOIDED: { description: "The school took the bill back; nothing is due." },
    SUPERSEDED: { description: "Another bill, with another account number, stands in its place." },
    WAIVED: { description: "The school asks for none of it; nothing is due." },
  },
});

export const BillNoticeKindEnum = enumOf(billNoticeKinds);
registerEnumType(BillNoticeKindEnum, {
  name: "BillNoticeKind",
  description: "What a bill notice tells.",
  valuesConfig: {
    ISSUED: { description: "A bill is out; also told to a guardian who is bound while it waits to be paid." },
    PAID: { description: "The bill is paid, by whomever." },
    DUE_SOON: { description: "The due date is near." },
    OVERDUE: { description: "The due date has passed." },
    AMENDED: {
      description:
        "The notice's bill stands in the place of another, whose number is retired; or it is the same bill, and waived (WAIVED).",
    },
    VOIDED: { description: "The school took the bill back." },
    OVERPAID: { description: "The bill was paid more than once; the school owes the rest back." },
    REFUNDED: { description: "Money was paid back." },
  },
});

export const PaymentOutcomeEnum = enumOf(paymentOutcomes);
registerEnumType(PaymentOutcomeEnum, {
  name: "PaymentOutcome",
  description: "What became of money that arrived. It is never refused.",
  valuesConfig: {
    RECEIVED: { description: "It settled the bill." },
    OVERPAYMENT: { description: "The bill needed it no more; the school owes it back to the payer." },
    UNAPPLIED: {
      description:
        "It was paid under a retired number, and the bill in its place asks for another amount: a cashier decides.",
    },
  },
});

/** Binding's words: the same enum stands in both subgraphs. */
export const RelationshipEnum = enumOf(relationships);
registerEnumType(RelationshipEnum, {
  name: "Relationship",
  description:
    "How a guardian is tied to a student. Parents are legal representatives (法定代理人), the others guardians (監護人).",
  valuesConfig: {
    FATHER: { description: "父親, a legal representative." },
    MOTHER: { description: "母親, a legal representative." },
    PATERNAL_GRANDFATHER: { description: "祖父" },
    PATERNAL_GRANDMOTHER: { description: "祖母" },
    MATERNAL_GRANDFATHER: { description: "外祖父" },
    MATERNAL_GRANDMOTHER: { description: "外祖母" },
    OTHER: { description: "其他: the guardian says in words what it is." },
  },
});

export const ClaimNoticeKindEnum = enumOf(claimNoticeKinds);
registerEnumType(ClaimNoticeKindEnum, {
  name: "ClaimNoticeKind",
  description: "What a claim notice tells.",
  valuesConfig: {
    STARTED: { description: "A guardian has begun to pay." },
    ENDED: {
      description:
        "A guardian pays no more: taken back, or given up for another channel. A claim that lapses is not told.",
    },
  },
});

export const BillHistoryKindEnum = enumOf(billHistoryKinds);
registerEnumType(BillHistoryKindEnum, {
  name: "BillHistoryKind",
  description: "What happened to a bill. More may be added: treat an unknown one as other.",
  valuesConfig: {
    ISSUED: { description: "The school issued it." },
    TOLD: { description: "Guardians were told of it, also those who were bound later." },
    PAYMENT_STARTED: { description: "A guardian began to pay." },
    PAYMENT_ENDED: { description: "A guardian who had begun to pay gave it up, or let it lapse." },
    PAID: { description: "Money arrived and settled it." },
    OVERPAID: { description: "Money arrived that it needed no more; the school owes it back." },
    UNAPPLIED: {
      description: "Money arrived under the number that it had before, of another amount; a cashier decides.",
    },
    AMENDED: { description: "Another bill, with another number, was put in its place." },
    VOIDED: { description: "The school took it back." },
    WAIVED: { description: "The school asks for none of it." },
    REDUCED: {
      description: "It was paid already, and the school asks for less: the difference is owed back.",
    },
    REFUNDED: { description: "The bank paid money back." },
  },
});

export const FigureByEnum = enumOf(figureKinds);
registerEnumType(FigureByEnum, {
  name: "FigureBy",
  description: "What bills are summed by, and so what a figure's key is.",
  valuesConfig: {
    SCHOOL: { description: "All of them in one figure; the key is the school's code." },
    STATUS: { description: "By where they stand: a BillStatus." },
    CLASS: {
      description:
        "By the class in which the student is now: its id, or NONE for those who have left the school.",
    },
    TITLE: { description: "By title: what was billed." },
    CHANNEL: {
      description: "By the channel that settled them: a Channel, or NONE for what nothing has paid.",
    },
    DAY: { description: "By the day in Taipei on which they were issued." },
  },
});
