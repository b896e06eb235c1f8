import type { Request } from "./rows";
import { hasChanged } from "./watch";

/** Whether a click on 核可 can come to anything, so that what surely fails is said before and not after. */
export function canApprove(shown: Request, now: Request, confirmed: ReadonlySet<string>): boolean {
  if (!canReturn(shown, now) || now.guardian === null) return false;
  const { loginCheck } = now.guardian;
  return loginCheck !== "TAKEN" && (loginCheck !== "ID_CHANGED" || confirmed.has(now.id));
}

/** A request that waits and was looked at as it is. */
export function canReturn(shown: Request, now: Request): boolean {
  return now.status === "PENDING" && !hasChanged(shown, now);
}
