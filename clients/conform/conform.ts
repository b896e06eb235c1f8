import { setTimeout } from "node:timers/promises";
import { issueTrialBills, type TrialBill, type TrialCity } from "./bills.js";
import { openEndpoint } from "./endpoint.js";
import { noticesIn } from "./record.js";
import { type Rule, rules } from "./rules.js";
import { type Trial, trials } from "./trials.js";

/** Has the partner's program, which is told where the graph is, pay a bill. */
export type PayBill = (bill: TrialBill, url: string) => Promise<void>;

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
}

/** Tries a partner's program under every trouble, and judges what it did by every rule. */
export async function conform({
  city,
  partner,
  pay,
  patienceMs,
  quietMs = 1_500,
  onTrial,
}: ConformOptions): Promise<Verdict[]> {
  const fresh = await issueTrialBills(city, trials.filter(({ isPaid }) => !isPaid).length);
  await using endpoint = await openEndpoint(city.url);
  const [paid] = fresh;
  for (const trial of trials) {
    const bill = trial.isPaid ? paid! : fresh.shift()!;
    onTrial?.(trial, bill);
    endpoint.begin(trial.name, trial.misbehave);
    await pay(bill, endpoint.url);
    const count = () => noticesIn(endpoint.recorded, trial.name).length;
    const until = Date.now() + patienceMs;
    while (trial.wantsAgain && count() === 1 && Date.now() < until) await setTimeout(50);
    await setTimeout(quietMs);
  }
  return rules.map((rule) => ({ rule, faults: rule.faults(endpoint.recorded, partner) }));
}
