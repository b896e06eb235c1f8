import { createHash } from "node:crypto";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { UniqueConstraintViolationException } from "@mikro-orm/core";
import type { PaymentsContext } from "../context.js";
import { SettlementFileConflict, SettlementOfOthers, TransactionConflict } from "../domain/refusals.js";
import { schoolDay } from "../domain/school-day.js";
import type { SettlementFile } from "../domain/settlement.js";
import { findPartners } from "../persistence/partners.js";
import { completeFile, findFile, rememberFile } from "../persistence/settlement-files.js";
import { type ReadSettlement, readSettlement } from "../settlement/read-settlement.js";
import type { SettlementLine } from "../settlement/settlement-file.js";
import { bookLines } from "./book-lines.js";
import { noteUnsettled } from "./note-unsettled.js";

export interface ImportSettlementRequest {
  /** The file, as text. */
  content: string;
  /** The partner whose file it must be; null: whosever it says. */
  partnerId: string | null;
  /** The school whose file it is; null: all of the city's. */
  schoolCode: string | null;
}

/** So many lines commit together: well within the two seconds that a transaction may last. */
const linesAtOnce = 500;
/** A notice of the same payment may come while its line is booked; the line is then looked at anew. */
const mostTries = 3;

/**
 * Books what the bank says of a day. Each line commits once, whoever imports the file how often, and an import that was cut
 * off goes on where it stopped. What fits a notified payment is settled; money that was not notified is booked as a notice
 * would have been; what nobody can place goes to suspense; and payments that the file should have brought are noted.
 * Refuses what cannot be read whole (SETTLEMENT_UNREADABLE, SETTLEMENT_TOTALS_DIFFER), another partner's (SETTLEMENT_OF_OTHERS)
 * and other content under a day and number that were imported (SETTLEMENT_FILE_CONFLICT): nothing of it is booked then.
 */
export async function importSettlement(
  context: PaymentsContext,
  request: ImportSettlementRequest,
): Promise<SettlementFile> {
  const content = readSettlement(request.content);
  await checkWhose(context, content, request.partnerId);
  const file = await begin(context, content, request);
  if (file.completedAt) return file;
  for (let place = 0; place < content.lines.length; place += linesAtOnce)
    await book(context, file, content.lines.slice(place, place + linesAtOnce));
  await transaction(context, async (context) => {
    await noteUnsettled(context, file);
    await completeFile(context.em, file.id, context.clock.now());
  });
  return (await findFile(context.em, file.id))!;
}

async function checkWhose(
  { em, clock }: PaymentsContext,
  { partner, day }: ReadSettlement,
  partnerId: string | null,
): Promise<void> {
  const isKnown = (await findPartners(em, [partner])).has(partner);
  if (!isKnown || (partnerId !== null && partnerId !== partner) || day > schoolDay(clock.now()))
    throw new SettlementOfOthers({ partner, day });
}

async function begin(
  context: PaymentsContext,
  content: ReadSettlement,
  { schoolCode }: ImportSettlementRequest,
): Promise<SettlementFile> {
  // What the lines say, not how: the same day in another format is the same file.
  const said = content.lines.map((each) => [
    each.kind,
    each.transactionNumber,
    each.reference,
    each.amount,
    each.channel,
    each.day,
  ]);
  const digest = createHash("sha256").update(JSON.stringify(said)).digest("base64url");
  return transaction(context, async (context) => {
    const { em, newId, clock, viewer } = context;
    const { digest: before, ...file } = await rememberFile(em, {
      id: newId(),
      schoolCode,
      content,
      digest,
      importedBy: viewer.subject,
      importedAt: clock.now(),
    });
    if (before !== digest) throw new SettlementFileConflict({ day: file.day, number: file.number });
    await recordAudit(context, {
      act: "importSettlement",
      object: `settlementFile:${file.id}`,
      detail: { partner: file.partner, schoolCode, day: file.day, number: file.number, lines: file.lines },
    });
    return file;
  });
}

async function book(
  context: PaymentsContext,
  file: SettlementFile,
  lines: readonly SettlementLine[],
): Promise<void> {
  for (let tried = 1; ; tried++)
    try {
      return await transaction(context, (context) => bookLines(context, file, lines));
    } catch (error) {
      const isRace =
        error instanceof TransactionConflict || error instanceof UniqueConstraintViolationException;
      if (!isRace || tried === mostTries) throw error;
    }
}
