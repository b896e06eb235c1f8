import type { Page } from "@campus-graph/kit/graphql/pagination";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { seeCase } from "../access/cases.js";
import type { PaymentsContext } from "../context.js";
import type { PaymentCase } from "../domain/payment-case.js";
import { listCases } from "../use-cases/see-cases.js";
import { PaymentCaseConnection, PaymentCaseType } from "./payment-case.types.js";

@Resolver()
export class PaymentCaseQueries {
  @Query(() => PaymentCaseConnection, {
    description: "Money of a school that waits to be credited or paid back, newest first; for its cashiers.",
  })
  paymentCases(
    @Ctx() context: PaymentsContext,
    @Arg("schoolCode", () => ID, { description: "The school." }) schoolCode: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20, description: "How many, at most 100." })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
    @Arg("open", () => Boolean, {
      nullable: true,
      description: "True: those that are open. False: those that are closed. All when left out.",
    })
    open: boolean | null,
  ): Promise<Page<PaymentCase>> {
    return listCases(context, { schoolCode, isOpen: open ?? null }, { first: first ?? 20, after });
  }

  @Query(() => PaymentCaseType, {
    nullable: true,
    description: "One case; null when it is not there, or not of a school where the viewer is a cashier.",
  })
  paymentCase(
    @Ctx() context: PaymentsContext,
    @Arg("id", () => ID, { description: "The case's id." }) id: string,
  ): Promise<PaymentCase | null> {
    return seeCase(context, id);
  }
}
