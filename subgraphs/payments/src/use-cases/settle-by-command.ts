import { gunzipSync } from "node:zlib";
import type { InternalHandler } from "@campus-graph/kit/internal-routes";
import type { PaymentsServices } from "../context.js";
import type { Remedy } from "../domain/settlement.js";
import { cityBook } from "../ledger/account.js";
import { findExceptions } from "../persistence/settlement-exceptions.js";
import { importSettlement } from "./import-settlement.js";
import { resolveException } from "./resolve-exception.js";
import { totalsOfFile } from "./see-settlement.js";

/** More than a bank has ever sent of a city's day. */
const largestFileBytes = 64 * 1024 * 1024;
const mostListed = 100;

interface ImportCommand {
  /** The file, gzipped, in base64: a day of the whole city is more than a request may have. */
  zipped: string;
  /** Null: the file is all of the city's. */
  schoolCode: string | null;
}

/** What the operator does with the bank's files: those of the whole city, and what nobody could place. */
export const settlementCommands = {
  "import-settlement": async (context, { zipped, schoolCode }: ImportCommand) => {
    const bytes = gunzipSync(Buffer.from(zipped, "base64"), { maxOutputLength: largestFileBytes });
    const content = bytes.toString("utf8");
    const file = await importSettlement(context, { content, partnerId: null, schoolCode });
    return { ...file, totals: await totalsOfFile(context, file.id) };
  },
  "settlement-exceptions": async ({ em }) => ({
    exceptions: await findExceptions(em, {
      schoolCode: cityBook,
      isOpen: true,
      after: null,
      limit: mostListed,
    }),
  }),
  "resolve-exception": (
    context,
    command: { id: string; remedy: Remedy; note: string; accountNumber: string | null },
  ) => resolveException(context, command),
} satisfies Readonly<Record<string, InternalHandler<PaymentsServices>>>;
