import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";
import { errorRecord } from "./error-record.js";

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
 * is removed by path here, and nothing logs a whole request in the first place. `to`: elsewhere than standard output.
 */
export function createLog(name: string, level = "info", to?: DestinationStream): Log {
  const options: LoggerOptions = {
    name,
    level,
    redact: {
      paths: personal.flatMap((field) => [field, `*.${field}`]),
      censor: "[redacted]",
    },
    serializers: { err: (error: unknown) => errorRecord(error) },
  };
  return to ? pino(options, to) : pino(options);
}
