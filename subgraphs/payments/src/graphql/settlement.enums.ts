import { enumOf } from "@campus-graph/kit/graphql/enums";
import { registerEnumType } from "type-graphql";
import { exceptionKinds, remedies } from "../domain/settlement.js";

export const SettlementExceptionKindEnum = enumOf(exceptionKinds);
registerEnumType(SettlementExceptionKindEnum, {
  name: "SettlementExceptionKind",
  description: "What does not fit between the bank's file and what is booked.",
  valuesConfig: {
    UNKNOWN_NUMBER: {
      description:
        "No bill of the school has this account number, or no approved refund this id: its money is in suspense.",
    },
    AMOUNT_DIFFERS: {
      description:
        "Not what the partner had notified, and the difference stays on the channel's account; or not what the bill asks for, and its money waits in a case.",
    },
    NOT_NOTIFIED: { description: "No partner had told of it. It is booked, as its notice would have been." },
    NOT_SETTLED: {
      description: "A partner has told of it, and no file has brought it in the channel's time.",
    },
    DUPLICATE: { description: "A file has brought this transaction before: its money is in suspense." },
    SUPERSEDED: { description: "It was not notified, and paid under a retired number. It is booked." },
  },
});

export const RemedyEnum = enumOf(remedies);
registerEnumType(RemedyEnum, {
  name: "Remedy",
  description: "What can be done about a settlement exception.",
  valuesConfig: {
    APPLY: { description: "The money is booked for a bill, which is named by its account number." },
    REFUND: { description: "The bank has the money back: it is in suspense no more." },
    HOLD: {
      description: "It stays as it is, with a note; the end of an exception whose money is not in suspense.",
    },
  },
});
