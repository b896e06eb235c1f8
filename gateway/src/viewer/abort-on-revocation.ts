import type { ServerResponse } from "node:http";
import type { RevocationList } from "./revocation-list.js";

/** What a client has not got yet when something is taken from it, it does not get. */
export function abortOnRevocation(
  subject: string,
  response: ServerResponse,
  revocations: RevocationList,
): void {
  // A connection that closed while its viewer was being authenticated emits no further `close`.
  if (response.destroyed) return;
  const forget = revocations.onRevocation((from) => {
    if (from === subject) response.destroy();
  });
  response.once("close", forget);
}
