import type { Language } from "../refusals/refusal.js";

/** The variables that a service reads, each with what it means to whoever sets it: the README's table says the same. */
export type Declarations = Readonly<Record<string, string>>;

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/** What is wrong, and what to do about it, a sentence each. */
export interface Advice {
  what: string;
  remedy: string;
}

/** A missing or wrong value, in English and in Chinese. */
export interface ConfigurationProblem extends Advice {
  variable: string;
  zh: Advice;
}

/** What a terminal in that language shows. */
export function adviceIn(language: Language, { zh, ...english }: Advice & { zh: Advice }): Advice {
  return language === "zh-TW" ? zh : english;
}

/** The service cannot run like this. All problems come together, so that nobody mends one per start. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";

  constructor(readonly problems: readonly ConfigurationProblem[]) {
    super(problems.map(({ what, remedy }) => `${what} ${remedy}`).join("\n"));
  }
}

/**
 * Reads declared variables and no others: an undeclared name does not compile. A missing or wrong value is noted as a
 * problem and a stand-in read in its place, so that the reading goes on; `finish` throws what was noted.
 */
export class EnvironmentReader<Name extends string> {
  readonly #values: EnvironmentVariables;
  readonly #problems: ConfigurationProblem[] = [];
  readonly #remarks: ConfigurationProblem[] = [];

  constructor(_declared: Readonly<Record<Name, string>>, values: EnvironmentVariables) {
    this.#values = values;
  }

  /** The configuration that was read, or every problem that stands against it. */
  finish<Config>(config: Config): Config {
    if (this.#problems.length > 0) throw new ConfigurationError(this.#problems);
    return config;
  }

  get problems(): readonly ConfigurationProblem[] {
    return this.#problems;
  }

  /** Nothing that keeps the service from running, but something that it will lack. */
  get remarks(): readonly ConfigurationProblem[] {
    return this.#remarks;
  }

  problem(variable: Name, what: string, remedy: string, zh: Advice): void {
    this.#problems.push({ variable, what, remedy, zh });
  }

  remark(variable: Name, what: string, remedy: string, zh: Advice): void {
    this.#remarks.push({ variable, what, remedy, zh });
  }

  /** The value; an empty one is as good as none. */
  text(variable: Name): string | undefined {
    return this.#values[variable]?.trim() || undefined;
  }

  required(variable: Name, remedy: string, zhRemedy: string): string {
    const value = this.text(variable);
    if (value === undefined)
      this.problem(variable, `${variable} is missing.`, remedy, {
        what: `缺少 ${variable}。`,
        remedy: zhRemedy,
      });
    return value ?? "";
  }

  oneOf<Value extends string>(variable: Name, values: readonly Value[]): Value | undefined {
    const value = this.text(variable);
    if (value === undefined || (values as readonly string[]).includes(value))
      return value as Value | undefined;
    this.problem(
      variable,
      `${variable} is “${value}”, which it cannot be.`,
      `Give ${values.map((each) => `${variable}=${each}`).join(" or ")}.`,
      {
        what: `${variable} 不能是「${value}」。`,
        remedy: `請設為 ${values.map((each) => `${variable}=${each}`).join(" 或 ")}。`,
      },
    );
    return undefined;
  }

  /** A whole number in a range, both ends included. */
  number(variable: Name, { least, most }: { least: number; most: number }): number | undefined {
    const value = this.text(variable);
    if (value === undefined) return undefined;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    const example = `${variable}=${Math.max(least, Math.min(most, 4000))}`;
    this.problem(
      variable,
      `${variable} is “${value}”, which is no whole number from ${least} to ${most}.`,
      `Give one, such as ${example}.`,
      {
        what: `${variable} 是「${value}」，不是 ${least} 到 ${most} 的整數。`,
        remedy: `例如設為 ${example}。`,
      },
    );
    return undefined;
  }

  port(variable: Name): number | undefined {
    return this.number(variable, { least: 0, most: 65_535 });
  }

  /** Without a slash at its end. */
  url(variable: Name, protocols: readonly string[], example: string): string | undefined {
    const value = this.text(variable);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value.replace(/\/+$/, "");
    // An address may hold a password, so it is not repeated.
    const beginnings = protocols.map((each) => `${each}//`);
    this.problem(
      variable,
      `${variable} is no address that begins with ${beginnings.join(" or ")}.`,
      `Give one, such as ${variable}=${example}`,
      {
        what: `${variable} 不是以 ${beginnings.join(" 或 ")} 開頭的網址。`,
        remedy: `例如設為 ${variable}=${example}`,
      },
    );
    return undefined;
  }
}

/** A service's configuration: what it reads, how, and what may stand against it. */
export interface Configuration<Config> {
  variables: Declarations;
  /** Throws a {@link ConfigurationError} that holds every problem. */
  read(environment: EnvironmentVariables): Config;
  /** What is wrong, and what the service will lack; for who looks before starting it. */
  review(environment: EnvironmentVariables): ConfigurationReview;
}

export interface ConfigurationReview {
  problems: readonly ConfigurationProblem[];
  remarks: readonly ConfigurationProblem[];
}

export function declareConfiguration<Name extends string, Config>(
  variables: Readonly<Record<Name, string>>,
  readFrom: (read: EnvironmentReader<Name>) => Config,
): Configuration<Config> {
  return {
    variables,
    read(environment) {
      const reader = new EnvironmentReader(variables, environment);
      return reader.finish(readFrom(reader));
    },
    review(environment) {
      const reader = new EnvironmentReader(variables, environment);
      readFrom(reader);
      return { problems: reader.problems, remarks: reader.remarks };
    },
  };
}
