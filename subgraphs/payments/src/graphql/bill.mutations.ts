import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import { issueBills } from "../use-cases/issue-bills.js";
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
}
