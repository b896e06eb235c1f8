import { randomBytes } from "node:crypto";

/** The answer's header that names its trace; the same id stands in errors and logs. */
export const traceIdHeader = "x-campus-trace";

/** 16 bytes in hexadecimal, as W3C Trace Context wants them. */
export function newTraceId(): string {
  return randomBytes(16).toString("hex");
}
