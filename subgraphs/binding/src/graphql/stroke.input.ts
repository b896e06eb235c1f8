import { Field, Float, InputType } from "type-graphql";

@InputType({ description: "A point of a stroke." })
export class StrokePoint {
  @Field(() => Float, {
    description:
      "From the left edge of the drawing surface, 0 to 10,000; what lies beyond is kept at the edge.",
  })
  x!: number;

  @Field(() => Float, {
    description:
      "From the top edge of the drawing surface, 0 to 10,000; what lies beyond is kept at the edge.",
  })
  y!: number;

  @Field(() => Float, {
    description:
      "Milliseconds since drawing began; never less than at the point before. Fractions are rounded.",
  })
  t!: number;
}
