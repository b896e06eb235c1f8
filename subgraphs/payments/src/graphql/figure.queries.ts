import { CalendarDate } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Field, ID, InputType, Query, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { Figure, FigureBy } from "../domain/figure.js";
import { figures } from "../use-cases/figures.js";
import { BillFilterInput } from "./bill-filter.input.js";
import { FigureByEnum } from "./enums.js";
import { FigureType } from "./figure.type.js";
import { filterOf } from "./present.js";

@InputType({ description: "Which figures of a school's bills are wanted." })
class FiguresInput {
  @Field(() => ID, { description: "The school that issued them, where the viewer is a cashier." })
  schoolCode!: string;

  @Field(() => FigureByEnum, { description: "What they are summed by." })
  by!: FigureBy;

  @Field(() => CalendarDate, { nullable: true, description: "Only bills issued on this day or later." })
  from!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "Only bills issued on this day or earlier." })
  until!: string | null;

  @Field(() => BillFilterInput, {
    nullable: true,
    description: "Which bills count; all when left out. Its own days hold where the input has none.",
  })
  filter!: BillFilterInput | null;
}

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
}
