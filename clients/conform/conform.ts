import { setTimeout } from "node:timers/promises";
import { isPaidInGraph, issueTrialBills, type TrialBill, type TrialCity } from "./bills.js";
import { openEndpoint } from "./endpoint.js";
import { noticesIn } from "./record.js";
import { type Rule, rules } from "./rules.js";
import { type Trial, trials } from "./trials.js";

/** Has the partner's program, which is told where the graph is, pay a bill. Answers the exit code of one that is a command. */
export type PayBill = (bill: TrialBill, url: string) => Promise<number | undefined>;

export interface ConformOptions {
  city: TrialCity;
  /** The partner's client id. */
  partner: string;
  pay: PayBill;
  /** How long a notice that has to come again may take. */
  patienceMs: number;
  /** How long is waited for what should not come. */
  quietMs?: number;
  onTrial?: (trial: Trial, bill: TrialBill) => void;
}

export interface Verdict {
  rule: Rule;
  faults: readonly string[];
  /** Whether the program came to do what the rule is about. A rule that was not seen is not kept. */
  isSeen: boolean;
}

/** Why the trials ended with the first: nothing of the program came to where it was sent. */
export interface Stop {
  why: "notStarted" | "elsewhere" | "nothingCame";
  url: string;
  exitCode: number | undefined;
}

export interface Outcome {
  verdicts: readonly Verdict[];
  stop: Stop | undefined;
}

/** Tries a partner's program under every trouble, and judges what it did by every rule. */
export async function conform({
  city,
  partner,
  pay,
  patienceMs,
  quietMs = 1_500,
  onTrial,
}: ConformOptions): Promise<Outcome> {
  const fresh = await issueTrialBills(city, trials.filter(({ isPaid }) => !isPaid).length);
  await using endpoint = await openEndpoint(city.url);
  const [paid] = fresh;
  let stop: Stop | undefined;
  for (const trial of trials) {
    const bill = trial.isPaid ? paid! : fresh.shift()!;
    onTrial?.(trial, bill);
    endpoint.begin(trial.name, trial.misbehave);
    const exitCode = await pay(bill, endpoint.url);
    if (endpoint.recorded.operations.length === 0) {
      stop = { why: await whyNothingCame(city, bill, exitCode), url: endpoint.url, exitCode };
      break;
    }
    const count = () => noticesIn(endpoint.recorded, trial.name).length;
    const until = Date.now() + patienceMs;
    while (trial.wantsAgain && count() === 1 && Date.now() < until) await setTimeout(50);
    await setTimeout(quietMs);
  }
  const { recorded } = endpoint;
  const verdicts = rules.map((rule) => ({
    rule,
    faults: rule.faults(recorded, partner),
    isSeen: rule.isSeen(recorded),
  }));
  return { verdicts, stop };
}

export function isKept({ faults, isSeen }: Verdict): boolean {
  return isSeen && faults.length === 0;
}

/** How a shell answers for a command that it cannot run (POSIX). */
const cannotRun = new Set([126, 127]);

async function whyNothingCame(
  city: TrialCity,
  bill: TrialBill,
  exitCode: number | undefined,
): Promise<Stop["why"]> {
  if (exitCode !== undefined && cannotRun.has(exitCode)) return "notStarted";
  return (await isPaidInGraph(city, bill)) ? "elsewhere" : "nothingCame";
}
