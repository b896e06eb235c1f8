import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import { amendBill } from "../use-cases/amend-bill.js";
import { issueBills } from "../use-cases/issue-bills.js";
import { voidBill } from "../use-cases/void-bill.js";
import { waive } from "../use-cases/waive.js";
import { BillType } from "./bill.type.js";
import { AmendBillInput, VoidBillInput, WaiveInput } from "./bill-change.inputs.js";
import { IssueBillsInput } from "./issue-bills.input.js";
import { IssueBillsPayload } from "./issue-bills.types.js";
import { presentIssued } from "./present.js";

/** What a cashier does to bills. */
@Resolver()
export class BillMutations {
  @Mutation(() => IssueBillsPayload, {
    description:
      "Issues the same bill to every student named, and tells their guardians. For the school's cashiers. Refuses CLASS_NOT_AT_SCHOOL, ISSUER_NOT_SET, CHANNEL_NOT_ENABLED; a student who is not at the school (STUDENT_NOT_AT_SCHOOL), or was given an equal bill in the last ten minutes (ALREADY_BILLED), is a refused row.",
  })
  async issueBills(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => IssueBillsInput, { description: "What to issue, and to whom." })
    { classIds, studentIds, channels, again, ...input }: IssueBillsInput,
  ): Promise<IssueBillsPayload> {
    const rows = await issueBills(context, {
      ...input,
      classIds: classIds ?? [],
      studentIds: studentIds ?? [],
      channels: channels ?? null,
      again: again ?? false,
    });
    return { results: rows.map((row) => presentIssued(context, row)) };
  }

  @Mutation(() => BillType, {
    description:
      "Puts a new bill with other lines, or another due date, in the place of an unpaid one, and answers it; the old number is retired and its guardians are told. For the cashiers of the school that issued it. Refuses ALREADY_PAID, SUPERSEDED, BILL_ENDED, NOTHING_AMENDED. The same asked again answers the same new bill.",
  })
  amendBill(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => AmendBillInput, { description: "What it shall ask for." })
    { items, dueDate, ...input }: AmendBillInput,
  ): Promise<Bill> {
    return amendBill(context, { ...input, items: items ?? null, dueDate: dueDate ?? null });
  }

  @Mutation(() => BillType, {
    description:
      "Takes an unpaid bill back, and tells its guardians; money that arrives all the same is owed back. For the cashiers of the school that issued it. Refuses ALREADY_PAID, SUPERSEDED, BILL_ENDED (it is waived). Asked again, it changes nothing.",
  })
  voidBill(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => VoidBillInput, { description: "Which bill, and why." }) input: VoidBillInput,
  ): Promise<Bill> {
    return voidBill(context, input);
  }

  @Mutation(() => BillType, {
    description:
      "Asks for less of one line (減免、補助): answers the new bill that asks for the rest, or the bill itself, WAIVED, when nothing is left to pay. For the cashiers of the school that issued it. Refuses ALREADY_PAID, SUPERSEDED, BILL_ENDED.",
  })
  waive(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => WaiveInput, { description: "What is waived, and why." }) input: WaiveInput,
  ): Promise<Bill> {
    return waive(context, input);
  }
}
