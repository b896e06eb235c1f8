import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { Remedy, SettlementException, SettlementFile } from "../domain/settlement.js";
import { importSettlement } from "../use-cases/import-settlement.js";
import { resolveException } from "../use-cases/resolve-exception.js";
import { RemedyEnum } from "./settlement.enums.js";
import { SettlementExceptionType, SettlementFileType } from "./settlement.types.js";

@InputType({ description: "The bank's word on a day." })
class ImportSettlementInput {
  @Field(() => ID, { description: "The school whose file it is, where the viewer is a cashier." })
  schoolCode!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The partner whose file it must be; left out: whosever it says.",
  })
  partnerId!: string | null;

  @Field(() => String, {
    description: "The file as text, as CSV or of fixed width, as the guide for banks has them; up to 256 KB.",
  })
  content!: string;
}

@InputType({ description: "What becomes of a line that did not fit." })
class ResolveExceptionInput {
  @Field(() => ID, { description: "The exception." })
  id!: string;

  @Field(() => RemedyEnum, { description: "One of its remedies." })
  remedy!: Remedy;

  @Field(() => String, { description: "Why, 1–200 characters. Cashiers read it." })
  note!: string;

  @Field(() => String, {
    nullable: true,
    description: "APPLY: the account number of the bill for which the money was, blanks allowed.",
  })
  accountNumber!: string | null;
}

@Resolver()
export class SettlementMutations {
  @Mutation(() => SettlementFileType, {
    description:
      "Books what the bank says of a day, each line once, whoever imports it how often; one that was cut off goes on. For the school's cashiers, with a second factor given within five minutes (SECOND_FACTOR_REQUIRED). Refuses, with nothing booked, SETTLEMENT_UNREADABLE, SETTLEMENT_TOTALS_DIFFER, SETTLEMENT_OF_OTHERS, SETTLEMENT_FILE_CONFLICT.",
  })
  importSettlement(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => ImportSettlementInput, { description: "Whose file, and what it says." })
    { schoolCode, partnerId, content }: ImportSettlementInput,
  ): Promise<SettlementFile> {
    return importSettlement(context, { schoolCode, partnerId: partnerId ?? null, content });
  }

  @Mutation(() => SettlementExceptionType, {
    description:
      "Says what becomes of a line that did not fit. For the cashiers of its school. Refuses EXCEPTION_RESOLVED, REMEDY_NOT_POSSIBLE, BILL_NOT_FOUND.",
  })
  resolveException(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => ResolveExceptionInput, { description: "Which, and what becomes of it." })
    { accountNumber, ...input }: ResolveExceptionInput,
  ): Promise<SettlementException> {
    return resolveException(context, { ...input, accountNumber: accountNumber ?? null });
  }
}
