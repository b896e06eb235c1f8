import { randomUUID } from "node:crypto";

/** The answer's header that names its trace; the same id stands in errors and logs. */
export const traceIdHeader = "x-campus-trace";

/** 16 bytes in hexadecimal, as W3C Trace Context wants them. UUIDs are drawn from randomness fetched ahead. */
export function newTraceId(): string {
  return randomUUID().replaceAll("-", "");
}
