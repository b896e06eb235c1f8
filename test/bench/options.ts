import { terminalLanguage } from "@campus-graph/kit/ops/terminal";

/** What was typed names nothing that there is; the message is for whoever typed it. */
export class UsageError extends Error {
  constructor(words: { en: string; "zh-TW": string }, remedy: string) {
    super(`${words[terminalLanguage(process.env)]}\n→ ${remedy}`);
  }
}

export function noBenchmark(name: string, known: readonly string[]): UsageError {
  const words =
    name === ""
      ? { en: "Say which benchmark.", "zh-TW": "請指定要執行的量測。" }
      : { en: `There is no benchmark “${name}”.`, "zh-TW": `沒有「${name}」這項量測。` };
  return new UsageError(words, `npm run bench -- ${known.join(" | ")}`);
}

/** The options of a benchmark. */
export interface Options {
  /** Few and short rounds: shows that it runs, not how fast anything is. */
  quick: boolean;
  /** Looks where the subject `ours` spends its time, instead of comparing. */
  profile: boolean;
  /** How many timed rounds; null: the benchmark's own number. */
  rounds: number | null;
}

export function readOptions(flags: readonly string[]): Options {
  const options: Options = { quick: false, profile: false, rounds: null };
  for (const flag of flags) {
    const rounds = /^--rounds=([1-9]\d*)$/.exec(flag)?.[1];
    if (flag === "--quick") options.quick = true;
    else if (flag === "--profile") options.profile = true;
    else if (rounds) options.rounds = Number(rounds);
    else
      throw new UsageError(
        { en: `There is no option “${flag}”.`, "zh-TW": `沒有「${flag}」這個選項。` },
        "--quick | --profile | --rounds=<n>",
      );
  }
  return options;
}
