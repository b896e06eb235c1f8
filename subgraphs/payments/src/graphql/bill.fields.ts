import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { seeBill, seeReplaced } from "../access/bills.js";
import { type PaymentOption as Option, paymentOptions } from "../channels/payment-options.js";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { PaymentCase } from "../domain/payment-case.js";
import type { PaymentClaim } from "../domain/payment-claim.js";
import { agreementOfBill, maskedNameOf } from "../use-cases/bill-details.js";
import { channelsServed } from "../use-cases/offered-channels.js";
import { casesOf } from "../use-cases/see-cases.js";
import { claimsOn } from "../use-cases/see-claims.js";
import { historyOf } from "../use-cases/see-history.js";
import { BillType } from "./bill.type.js";
import { BillHistoryEntryType } from "./bill-history.type.js";
import { OwedBackType } from "./payment-case.types.js";
import { PaymentClaimType } from "./payment-claim.type.js";
import { PaymentOption } from "./payment-option.types.js";
import { SchoolType } from "./school.stub.js";
import { StudentType } from "./student.stub.js";

@Resolver(() => BillType)
export class BillFields {
  @FieldResolver(() => Boolean, {
    description: "Unpaid, and in Taipei the due date has passed. Derived at the moment of asking.",
  })
  overdue(@Root() bill: Bill, @Ctx() { clock }: PaymentsContext): boolean {
    return bill.overdueAt(clock.now());
  }

  @Directive('@provides(fields: "name")')
  @FieldResolver(() => SchoolType, {
    description: "The school that issued it, under its name of then; it stays when the student moves.",
  })
  school(@Root() { schoolCode, schoolName }: Bill): SchoolType {
    return { code: schoolCode, name: schoolName };
  }

  @Directive('@provides(fields: "maskedName")')
  @FieldResolver(() => StudentType, { description: "The student who owes it." })
  async student(@Root() { studentId }: Bill, @Ctx() context: PaymentsContext): Promise<StudentType> {
    return { id: studentId, maskedName: (await maskedNameOf(context, studentId)) ?? "" };
  }

  @FieldResolver(() => BillType, {
    nullable: true,
    description: "The bill that stands in its place (SUPERSEDED), which may have been replaced in turn.",
  })
  async replacedBy(@Root() { replacedById }: Bill, @Ctx() context: PaymentsContext): Promise<Bill | null> {
    return replacedById === null ? null : seeBill(context, replacedById);
  }

  @FieldResolver(() => BillType, {
    nullable: true,
    description: "The bill in whose place it stands: the school amended that one, or waived a part of it.",
  })
  async replaces(@Root() bill: Bill, @Ctx() context: PaymentsContext): Promise<Bill | null> {
    return seeReplaced(context, bill);
  }

  @FieldResolver(() => [PaymentOption], {
    description: "The ways to pay it now, each with all that it needs; none when nothing is due.",
  })
  async paymentOptions(@Root() bill: Bill, @Ctx() context: PaymentsContext): Promise<Option[]> {
    const [agreement, served] = await Promise.all([agreementOfBill(context, bill), channelsServed(context)]);
    return paymentOptions(bill, agreement, served, context.services.links, context.clock.now());
  }

  @FieldResolver(() => [PaymentClaimType], {
    description:
      "Payments that are under way, whoever started them: look here before paying through another channel.",
  })
  claims(@Root() bill: Bill, @Ctx() context: PaymentsContext): Promise<PaymentClaim[]> {
    return claimsOn(context, bill);
  }

  @FieldResolver(() => [OwedBackType], {
    description: "Money that was paid for it and is owed back, or waits for a cashier; oldest first.",
  })
  owedBack(@Root() bill: Bill, @Ctx() context: PaymentsContext): Promise<PaymentCase[]> {
    return casesOf(context, bill);
  }

  @FieldResolver(() => [BillHistoryEntryType], {
    nullable: true,
    description:
      "What happened to it so far, oldest first, at most the last 100; for cashiers of the school that issued it. It never says which guardian.",
  })
  async history(@Root() bill: Bill, @Ctx() context: PaymentsContext): Promise<BillHistoryEntryType[]> {
    return (await historyOf(context, bill)).map((entry) => ({
      ...entry,
      by: entry.by ? { id: entry.by } : null,
    }));
  }
}
