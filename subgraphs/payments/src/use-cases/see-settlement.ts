import { batched, defineBatch } from "@campus-graph/kit/graphql/batching";
import { type Page, type PageRequest, page } from "@campus-graph/kit/graphql/pagination";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import type { SettlementException, SettlementFile, SettlementTotals } from "../domain/settlement.js";
import { findExceptions } from "../persistence/settlement-exceptions.js";
import { filesOfSchool, totalsOf } from "../persistence/settlement-files.js";

/** The files that a school's cashiers have imported, newest first. */
export function listFiles(
  context: PaymentsContext,
  schoolCode: string,
  request: PageRequest,
): Promise<Page<SettlementFile>> {
  return page(
    context,
    `settlementFiles:${schoolCode}`,
    request,
    (key, limit) =>
      filesOfSchool(context.em, schoolCode, { after: key === null ? null : String(key[0]), limit }),
    ({ id }) => [id],
  );
}

/** What does not fit, of a school or of a file, newest first. */
export function listExceptions(
  context: PaymentsContext,
  whose: { schoolCode?: string; fileId?: string; isOpen: boolean | null },
  request: PageRequest,
): Promise<Page<SettlementException>> {
  return page(
    context,
    `settlementExceptions:${JSON.stringify(whose)}`,
    request,
    (key, limit) =>
      findExceptions(context.em, { ...whose, after: key === null ? null : String(key[0]), limit }),
    ({ id }) => [id],
  );
}

/** What a file comes to, made at the moment of asking. */
export async function totalsOfFile(context: PaymentsContext, fileId: string): Promise<SettlementTotals> {
  const totals = await batched(context, totalsByFile, fileId);
  if (!totals) throw new Error(`The settlement file ${fileId} has no totals.`);
  return totals;
}

const totalsByFile = defineBatch<string, SettlementTotals, PaymentsServices>(({ em }, ids) =>
  totalsOf(em, ids),
);
