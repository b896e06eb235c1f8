import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { seeBill } from "../access/bills.js";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { PaymentCase } from "../domain/payment-case.js";
import type { Refund } from "../domain/refund.js";
import type { RefundState } from "../domain/refund-state.js";
import { creditableBills, mayGiveAccount, paymentOf, refundsOf } from "../use-cases/see-cases.js";
import { AccountType } from "./account.stub.js";
import { BillType } from "./bill.type.js";
import {
  CasePaymentType,
  OwedBackType,
  PaymentCaseType,
  presentAccount,
  RefundAccountType,
  RefundType,
} from "./payment-case.types.js";

@Resolver(() => PaymentCaseType)
export class PaymentCaseFields {
  @FieldResolver(() => BillType, { nullable: true, description: "The bill for which the money came." })
  bill(@Root() { billId }: PaymentCase, @Ctx() context: PaymentsContext): Promise<Bill | null> {
    return seeBill(context, billId);
  }

  @FieldResolver(() => CasePaymentType, { description: "The money, as it arrived." })
  payment(@Root() of: PaymentCase, @Ctx() context: PaymentsContext): Promise<CasePaymentType> {
    return paymentOf(context, of);
  }

  @FieldResolver(() => Int, { description: "What of it nothing is decided about yet, in whole NT$." })
  async open(@Root() of: PaymentCase, @Ctx() context: PaymentsContext): Promise<number> {
    return of.openAmount(await refundsOf(context, of));
  }

  @FieldResolver(() => [RefundType], { description: "What was decided about its money, oldest first." })
  refunds(@Root() of: PaymentCase, @Ctx() context: PaymentsContext): Promise<readonly Refund[]> {
    return refundsOf(context, of);
  }

  @FieldResolver(() => RefundAccountType, {
    nullable: true,
    description: "Where a guardian wants it paid back; null until one has said so.",
  })
  account(@Root() of: PaymentCase): RefundAccountType | null {
    return presentAccount(of);
  }

  @FieldResolver(() => [BillType], {
    description: "Unpaid bills of the same student and school that what is left of it could settle.",
  })
  creditableBills(@Root() of: PaymentCase, @Ctx() context: PaymentsContext): Promise<Bill[]> {
    return creditableBills(context, of);
  }
}

@Resolver(() => RefundType)
export class RefundFields {
  @FieldResolver(() => AccountType, { description: "The cashier who proposed it, or credited it." })
  proposer(@Root() { proposedBy }: Refund): AccountType {
    return { id: proposedBy };
  }

  @FieldResolver(() => AccountType, {
    nullable: true,
    description: "The cashier who approved or rejected it; null until then.",
  })
  decider(@Root() { decidedBy }: Refund): AccountType | null {
    return decidedBy === null ? null : { id: decidedBy };
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer proposed it, and so cannot approve it.",
  })
  mine(@Root() { proposedBy }: Refund, @Ctx() { viewer }: PaymentsContext): boolean {
    return proposedBy === viewer.subject;
  }

  @FieldResolver(() => BillType, { nullable: true, description: "CREDITED: the bill that it settled." })
  async creditedBill(
    @Root() { creditedBillId }: Refund,
    @Ctx() context: PaymentsContext,
  ): Promise<Bill | null> {
    return creditedBillId === null ? null : seeBill(context, creditedBillId);
  }
}

@Resolver(() => OwedBackType)
export class OwedBackFields {
  @FieldResolver(() => Int, { description: "What of it the bank has paid back so far, in whole NT$." })
  paidBack(@Root() of: PaymentCase, @Ctx() context: PaymentsContext): Promise<number> {
    return sumIn(context, of, "PAID_OUT");
  }

  @FieldResolver(() => Int, { description: "What of it has settled another bill, in whole NT$." })
  credited(@Root() of: PaymentCase, @Ctx() context: PaymentsContext): Promise<number> {
    return sumIn(context, of, "CREDITED");
  }

  @FieldResolver(() => RefundAccountType, {
    nullable: true,
    description: "Where it is to be paid back; for the guardian who said so, and null for everybody else.",
  })
  account(@Root() of: PaymentCase, @Ctx() { viewer }: PaymentsContext): RefundAccountType | null {
    return of.payeeSubject === viewer.subject ? presentAccount(of) : null;
  }

  @FieldResolver(() => Boolean, { description: "Whether a guardian has said where to pay it back." })
  accountGiven(@Root() of: PaymentCase): boolean {
    return of.payeeSubject !== null;
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether the viewer is asked where to pay it back: the guardian who paid, where that is known.",
  })
  mayGiveAccount(@Root() of: PaymentCase, @Ctx() context: PaymentsContext): Promise<boolean> {
    return mayGiveAccount(context, of);
  }
}

async function sumIn(context: PaymentsContext, of: PaymentCase, wanted: RefundState): Promise<number> {
  const refunds = await refundsOf(context, of);
  return refunds.reduce((sum, { state, amount }) => sum + (state === wanted ? amount : 0), 0);
}
