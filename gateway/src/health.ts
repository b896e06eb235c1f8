import type { Handler } from "./door/door.js";
import { sendJson } from "./door/send.js";

/** `/healthz`: the process runs. */
export const healthz: Handler = (_, response) => sendJson(response, 200, { status: "ok" });

/** `/readyz`: it can serve; while it drains it says no, so that a balancer looks elsewhere. */
export function createReadyz(waitingFor: () => string[]): Handler {
  return (_, response) => {
    const missing = waitingFor();
    sendJson(response, missing.length === 0 ? 200 : 503, {
      ready: missing.length === 0,
      waitingFor: missing,
    });
  };
}
