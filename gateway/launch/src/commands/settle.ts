import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { translatorOf } from "../sentences.js";
import { terminalLanguage } from "../terminal.js";
import { CommandRefused, runCommand, runningSubgraphs, type Subgraphs } from "./running-subgraphs.js";
import { words } from "./settle-words.js";

const translate = translatorOf(words, terminalLanguage(process.env));

interface Imported {
  partner: string;
  day: string;
  number: number;
  lines: number;
  totals: Record<
    | "bank"
    | "ledger"
    | "bills"
    | "differing"
    | "suspense"
    | "givenBack"
    | "matched"
    | "exceptions"
    | "openExceptions",
    number
  >;
}

interface Exception {
  id: string;
  kind: string;
  reference: string;
  transactionNumber: string;
  amount: number;
  note: string | null;
}

/** `npm run settle`: a day's file of the bank is booked, or what nobody could place is listed, placed, or given back. */
async function settle(typed: readonly string[]): Promise<void> {
  const [first, ...more] = typed;
  const subgraphs = runningSubgraphs(process.env);
  if (first === undefined) return list(subgraphs);
  if (first === "place" && more.length >= 3)
    return decide(subgraphs, "APPLY", more[0]!, more.slice(2), more[1]!);
  if (first === "give-back" && more.length >= 2)
    return decide(subgraphs, "REFUND", more[0]!, more.slice(1), null);
  const schoolCode = more[0] === "--school" && more.length === 2 ? more[1]! : null;
  if (first.startsWith("--") || (more.length > 0 && schoolCode === null))
    throw new CommandRefused(translate("usage"));
  const zipped = gzipSync(read(first)).toString("base64");
  const file = await subgraphs.post<Imported>("payments", "/internal/import-settlement", {
    zipped,
    schoolCode,
  });
  const { totals, ...about } = file;
  process.stdout.write(`${translate("imported", { ...about, ...totals })}\n`);
  const { bank, ledger, bills, differing, suspense, givenBack } = totals;
  if (bank !== ledger || ledger !== bills + differing + suspense + givenBack)
    throw new CommandRefused(translate("differs"));
}

async function list(subgraphs: Subgraphs): Promise<void> {
  const { exceptions } = await subgraphs.post<{ exceptions: Exception[] }>(
    "payments",
    "/internal/settlement-exceptions",
    {},
  );
  if (exceptions.length === 0) process.stdout.write(`${translate("nothing")}\n`);
  for (const { id, kind, reference, transactionNumber, amount, note } of exceptions)
    process.stdout.write(
      `${[id, kind, reference, transactionNumber, amount, note ?? ""].join("  ").trimEnd()}\n`,
    );
}

async function decide(
  subgraphs: Subgraphs,
  remedy: "APPLY" | "REFUND",
  id: string,
  note: readonly string[],
  accountNumber: string | null,
): Promise<void> {
  const command = { id, remedy, note: note.join(" "), accountNumber };
  await subgraphs.post("payments", "/internal/resolve-exception", command);
  process.stdout.write(`${translate("decided")}\n`);
}

/** Relative names are from where the command was given. */
function read(file: string): Buffer {
  const path = resolve(process.env.INIT_CWD ?? ".", file);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandRefused(translate("unreadable", { path, fault: (error as Error).message }));
  }
}

await runCommand(() => settle(process.argv.slice(2)));
