import { Refusal } from "../refusals/refusal.js";

/** The database could not carry the act out just now; nothing of it was done, or all of it: the same key tells. */
export class Interrupted extends Refusal {
  readonly code = "TRY_AGAIN";
}

/**
 * SQLSTATEs (PostgreSQL, appendix A) and system errors that are about the moment and not about the act: its time or another
 * transaction ended it (25P04, 40001, 40P01, 55P03), no connection was to be had (53300), the server was stopping or
 * starting (57P01–57P03) or gone.
 */
const passing = new Set([
  ...["25P04", "40001", "40P01", "53300", "55P03", "57P01", "57P02", "57P03"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE"],
]);

/** The messages of pg, without a code, of statements whose connection broke. */
const broken = /^Connection terminated|not queryable$/;

/** Whether an error, or what caused it, is a passing state of the database. */
export function isInterruption(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && passing.has(code)) return true;
  return broken.test(error.message) || isInterruption(error.cause);
}

/** What people can be told of an error: a refusal, or that the database could not do it just now; null is a fault of ours. */
export function refusalToShow(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  return isInterruption(error) ? new Interrupted() : null;
}
