/** How a benchmark was asked for. */
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
    const rounds = /^--rounds=(\d+)$/.exec(flag)?.[1];
    if (flag === "--quick") options.quick = true;
    else if (flag === "--profile") options.profile = true;
    else if (rounds) options.rounds = Number(rounds);
    else throw new Error(`No such option: ${flag}. There are --quick, --profile and --rounds=<n>.`);
  }
  return options;
}
