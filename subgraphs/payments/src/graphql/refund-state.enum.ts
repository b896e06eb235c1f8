import { enumOf } from "@campus-graph/kit/graphql/enums";
import { registerEnumType } from "type-graphql";
import { refundStates } from "../domain/refund-state.js";

export const RefundStateEnum = enumOf(refundStates);
registerEnumType(RefundStateEnum, {
  name: "RefundState",
  description: "What becomes of a case's money.",
  valuesConfig: {
    PROPOSED: { description: "One cashier has proposed to pay it back; another has yet to approve." },
    APPROVED: {
      description: "Two cashiers have said yes: the bank is to pay it, once a guardian says where to.",
    },
    REJECTED: { description: "It was not approved, or taken back; the money is open again." },
    CREDITED: { description: "It settled another bill of the student." },
    PAID_OUT: { description: "The bank has paid it." },
  },
});
