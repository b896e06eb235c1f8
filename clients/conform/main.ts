import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findCity } from "../demo/city.js";
import { CommandRefused, refusalOf, terminalLanguage } from "../demo/refusal.js";
import { conform, isKept, type PayBill, type Verdict } from "./conform.js";
import { byCommand, byHand, TriedWallet } from "./programs.js";
import { trials } from "./trials.js";
import { words } from "./words.js";

const language = terminalLanguage(process.env);
/** This file is run from clients/dist/conform. */
const clients = join(dirname(fileURLToPath(import.meta.url)), "../..");

let url = "";

function printMessage(
  name: keyof typeof words,
  details: Readonly<Record<string, string | number>> = {},
): void {
  print(
    words[name][language].replace(/\{(\w+)\}/g, (whole, detail: string) => String(details[detail] ?? whole)),
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `npm run conform`: every rule with ✓, ✗ or – (not seen), what was seen against it, and the remedy. Exits 1 unless all are kept. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { run: { type: "string" }, patience: { type: "string", default: "30" } },
  });
  const [partner] = positionals;
  const patienceMs = Number(values.patience) * 1000;
  if (!partner || !(patienceMs > 0)) throw new TypeError("usage");
  const city = findCity(process.env);
  url = city.url;
  const folder = process.env.CAMPUS_DATA ?? join(clients, "../.campus");
  await using wallet = new TriedWallet(
    join(clients, "wallet/dist/src/main.js"),
    join(folder, "keys/wallet.json"),
  );
  const pay: PayBill = values.run
    ? byCommand(values.run, showOutput, partner)
    : partner === "wallet"
      ? wallet.pay
      : byHand((number, at) => printMessage("byHand", { number, url: at }));
  if (values.run) printMessage("begin", { partner, count: trials.length });
  const { verdicts, stop } = await conform({
    city,
    partner,
    pay,
    patienceMs,
    onTrial: ({ description: says }, { accountNumber }) => print(`… ${says[language]} (${accountNumber})`),
  });
  print("");
  for (const verdict of verdicts) printVerdict(verdict);
  print("");
  if (stop) printMessage(stop.why, { url: stop.url, exitCode: stop.exitCode ?? "–" });
  const kept = verdicts.filter(isKept).length;
  const broken = verdicts.filter(({ faults }) => faults.length > 0).length;
  const all = verdicts.length;
  if (kept === all) printMessage("passed", { partner, count: all });
  else printMessage("failed", { partner, all, kept, broken, unseen: all - kept - broken });
  process.exitCode = kept === all ? 0 : 1;
}

function printVerdict(verdict: Verdict): void {
  const { rule, faults, isSeen } = verdict;
  const unseen = faults.length === 0 && !isSeen;
  const sign = isKept(verdict) ? "✓" : unseen ? "–" : "✗";
  print(
    `${sign} ${rule.name}: ${rule.description[language]}${unseen ? ` – ${words.notSeen[language]}` : ""}`,
  );
  for (const fault of faults) print(`    ${fault}`);
  if (faults.length > 0) print(`    → ${rule.remedy[language]}`);
}

function showOutput(text: string): void {
  process.stdout.write(text.replace(/^/gm, "    ").trimEnd().concat("\n"));
}

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  if (error instanceof TypeError) printMessage("usage");
  else {
    const refused = refusalOf(error, url);
    print(refused instanceof CommandRefused ? refused.message : String(refused));
  }
}
