import type { Page } from "@campus-graph/kit/graphql/pagination";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { SettlementException, SettlementFile, SettlementTotals } from "../domain/settlement.js";
import { listExceptions, totalsOfFile } from "../use-cases/see-settlement.js";
import {
  SettlementExceptionConnection,
  SettlementFileType,
  SettlementTotalsType,
} from "./settlement.types.js";

@Resolver(() => SettlementFileType)
export class SettlementFileFields {
  @FieldResolver(() => SettlementTotalsType, { description: "What it comes to." })
  totals(@Root() file: SettlementFile, @Ctx() context: PaymentsContext): Promise<SettlementTotals> {
    return totalsOfFile(context, file.id);
  }

  @FieldResolver(() => Int, { description: "How many of its lines fit what is booked." })
  async matched(@Root() file: SettlementFile, @Ctx() context: PaymentsContext): Promise<number> {
    return (await totalsOfFile(context, file.id)).matched;
  }

  @FieldResolver(() => SettlementExceptionConnection, {
    description: "What of it does not fit, newest first.",
  })
  exceptions(
    @Root() file: SettlementFile,
    @Ctx() context: PaymentsContext,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20, description: "How many, at most 100." })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
  ): Promise<Page<SettlementException>> {
    return listExceptions(context, { fileId: file.id, isOpen: null }, { first: first ?? 20, after });
  }
}
