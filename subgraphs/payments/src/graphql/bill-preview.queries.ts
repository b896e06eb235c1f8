import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import { previewBills } from "../use-cases/preview-bills.js";
import { BillPreviewType } from "./bill-preview.types.js";
import { IssueBillsInput } from "./issue-bills.input.js";
import { presentPreview } from "./present.js";

@Resolver()
export class BillPreviewQueries {
  @Query(() => BillPreviewType, {
    description:
      "What issueBills would do with the same input, and what is odd about it; for the school's cashiers. Refuses what issueBills refuses. The key is not used up.",
  })
  async previewBills(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => IssueBillsInput, { description: "What would be issued, and to whom." })
    { classIds, studentIds, again, ...input }: IssueBillsInput,
  ): Promise<BillPreviewType> {
    const preview = await previewBills(context, {
      ...input,
      classIds: classIds ?? [],
      studentIds: studentIds ?? [],
      again: again ?? false,
    });
    return presentPreview(context, preview);
  }
}
