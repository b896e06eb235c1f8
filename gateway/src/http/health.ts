import { sendJson } from "./send-response.js";
import type { Handler } from "./server.js";

/** `/healthz`: the process runs. */
export const healthz: Handler = (_, response) => sendJson(response, 200, { status: "ok" });

/**
 * `/readyz`: it can serve. A copy says no while it drains, before it has identity's keys, and while the bus
 * does not tell it which sessions have ended: another copy may do better. A subgraph that is down is no reason, since no copy has another.
 */
export function createReadyz(waitingFor: () => string[]): Handler {
  return (_, response) => {
    const missing = waitingFor();
    sendJson(response, missing.length === 0 ? 200 : 503, {
      ready: missing.length === 0,
      waitingFor: missing,
    });
  };
}
