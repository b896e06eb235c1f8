import { type Logger, pino } from "pino";

export type Log = Logger;

/** Fields that carry a person, a secret, or both; `name` is pino's own at the top, so people's names must never be logged. */
const personal = [
  "authorization",
  "cookie",
  "headers",
  "password",
  "nationalId",
  "email",
  "mobile",
  "token",
  "variables",
  "to",
];

/**
 * Structured logs. Personal data has no place in them: what could carry it (tokens, codes, names, contacts, inputs)
 * is removed by path here, and nothing logs a whole request in the first place.
 */
export function createLog(name: string, level = "info"): Log {
  return pino({
    name,
    level,
    redact: {
      paths: personal.flatMap((field) => [field, `*.${field}`]),
      censor: "[redacted]",
    },
    serializers: { err: errorWithoutParameters },
  });
}

/** A database error repeats the row it refused in `detail` and the query's values in `parameters`; neither is logged. */
function errorWithoutParameters(error: unknown): object {
  if (!(error instanceof Error)) return { message: "a value that is no Error was thrown" };
  const { name, stack } = error;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const frames = (stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  const isDatabase = /Exception$|DatabaseError|DriverException/.test(name);
  return {
    type: name,
    code,
    message: isDatabase ? firstClause(error.message) : error.message,
    stack: frames.join("\n"),
  };
}

function firstClause(message: string): string {
  return (message.split(" - ").at(-1) ?? message).split("\n")[0]!;
}
