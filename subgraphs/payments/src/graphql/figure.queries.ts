import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { Figure } from "../domain/figure.js";
import { figures } from "../use-cases/figures.js";
import { previewBills } from "../use-cases/preview-bills.js";
import { FiguresInput, IssueBillsInput } from "./bill.inputs.js";
import { BillPreviewType } from "./bill-preview.types.js";
import { FigureType } from "./figure.type.js";
import { filterOf, presentPreview } from "./present.js";

@Resolver()
export class FigureQueries {
  @Query(() => [FigureType], {
    description:
      "Sums over a school's bills, made at the moment of asking; for its cashiers. At most 500, those with the newest bills first.",
  })
  figures(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => FiguresInput, { description: "Which figures." })
    { schoolCode, by, from, until, filter }: FiguresInput,
  ): Promise<Figure[]> {
    const days = { ...(from && { from }), ...(until && { until }) };
    return figures(context, { schoolCode, by, filter: { ...filterOf(filter), ...days } });
  }

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
