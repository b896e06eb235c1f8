import type { Page } from "@campus-graph/kit/graphql/pagination";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { SettlementException, SettlementFile } from "../domain/settlement.js";
import { listExceptions, listFiles } from "../use-cases/see-settlement.js";
import { SettlementExceptionConnection, SettlementFileConnection } from "./settlement.types.js";

@Resolver()
export class SettlementQueries {
  @Query(() => SettlementFileConnection, {
    description: "The bank's files that a school's cashiers have imported, newest first; for its cashiers.",
  })
  settlementFiles(
    @Ctx() context: PaymentsContext,
    @Arg("schoolCode", () => ID, { description: "The school." }) schoolCode: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20, description: "How many, at most 100." })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
  ): Promise<Page<SettlementFile>> {
    return listFiles(context, schoolCode, { first: first ?? 20, after });
  }

  @Query(() => SettlementExceptionConnection, {
    description:
      "What does not fit between the bank's files and a school's books, newest first, also of files of the whole city; for its cashiers.",
  })
  settlementExceptions(
    @Ctx() context: PaymentsContext,
    @Arg("schoolCode", () => ID, { description: "The school." }) schoolCode: string,
    @Arg("open", () => Boolean, {
      nullable: true,
      description: "True: those that are open. False: those that are resolved. All when left out.",
    })
    open: boolean | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20, description: "How many, at most 100." })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
  ): Promise<Page<SettlementException>> {
    return listExceptions(context, { schoolCode, isOpen: open ?? null }, { first: first ?? 20, after });
  }
}
