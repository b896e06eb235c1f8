import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import { findPayableBill } from "../use-cases/find-payable-bill.js";
import { PayableBillType } from "./payable-bill.type.js";
import { presentPayable } from "./present.js";
import { PayAccountNumberScalar } from "./scalars.js";

@Resolver()
export class PartnerQueries {
  @Query(() => PayableBillType, {
    nullable: true,
    description:
      "For partners: the bill of an account number. Null for a number that no bill has and for one that is not this partner's; 20 such misses in an hour and the payer is refused with TOO_MANY_ATTEMPTS.",
  })
  async billByAccountNumber(
    @Ctx() context: PaymentsContext,
    @Arg("accountNumber", () => PayAccountNumberScalar, { description: "The 16 digits that the payer gave." })
    accountNumber: PayAccountNumber,
    @Arg("payerReference", () => String, {
      nullable: true,
      description:
        "The partner's own opaque name for the payer, 1–64 characters. Misses are counted for each payer; without it, for the partner as one.",
    })
    payerReference: string | null,
  ): Promise<PayableBillType | null> {
    const found = await findPayableBill(context, { accountNumber, payerReference: payerReference ?? null });
    return found && presentPayable(found);
  }
}
