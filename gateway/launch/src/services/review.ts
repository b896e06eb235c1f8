import { spawn } from "node:child_process";
import { type Advice, userErrorsOf } from "../user-error.js";
import type { ServiceDefinition } from "./service.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

export interface Problem extends Advice {
  variable: string;
  /** The same in Chinese, where the service has words for it. */
  zh?: Advice;
}

/** What a service says of itself before it is started: the variables it reads, and what is wrong with what it was given. */
export interface ServiceReview {
  variables: readonly string[];
  problems: readonly Problem[];
  /** Nothing that keeps it from running. */
  remarks: readonly Problem[];
}

const answersWithinMs = 30_000;

/** Asks the service itself, so that what it reads and what it accepts are written down once, with it. */
export async function reviewService({ name, main, env }: ServiceDefinition): Promise<ServiceReview> {
  const child = spawn(process.execPath, [main, "--configuration"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: answersWithinMs,
  });
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.err += chunk;
  });
  await new Promise((resolve) => {
    child.once("error", resolve);
    child.once("close", resolve);
  });
  try {
    return JSON.parse(output.out.trim().split("\n").at(-1) ?? "") as ServiceReview;
  } catch {
    const complaint = output.err.split("\n").find((line) => /\S/.test(line) && !line.startsWith("    at "));
    const { advice } = userError("noReview", { name, main, fault: complaint?.trim() ?? "" });
    // Reported with all other problems, once every service has answered.
    const problem = { variable: "", ...advice.en, zh: advice["zh-TW"] };
    return { variables: [], problems: [problem], remarks: [] };
  }
}

/** What of the terminal's environment reaches every service, whatever it reads: the system's part. */
const system = [
  ...["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_MESSAGES", "TZ", "NODE_OPTIONS", "NODE_EXTRA_CA_CERTS"],
  "APOLLO_TELEMETRY_DISABLED",
];

/** The part of an environment that a service declared, and the system's. */
export function declaredPart(
  environment: Readonly<Record<string, string | undefined>>,
  variables: readonly string[],
): Record<string, string> {
  const names = new Set([...system, ...variables]);
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      names.has(name) && value !== undefined ? [[name, value]] : [],
    ),
  );
}
