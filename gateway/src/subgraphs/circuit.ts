/**
 * Keeps requests from waiting one after another for a subgraph that hangs. After a few time-outs in a row nothing is
 * sent to it for a moment; then one request tries, and what it finds decides for all. A subgraph that refuses
 * connections fails at once anyway, and is tried each time.
 */
export interface Circuit {
  /** Whether a request may be sent now. Each that may ends by exactly one of the others. */
  admits(): boolean;
  /** Whether nothing is sent now, not even what was admitted before and has waited for a connection since. */
  rests(): boolean;
  answered(): void;
  timedOut(): void;
  /** It ended for a reason that says nothing of the subgraph's speed. */
  gaveUp(): void;
}

interface Options {
  /** Time-outs in a row that open the circuit. */
  timeouts?: number;
  /** How long nothing is sent. */
  restMs?: number;
  now?: () => number;
}

export function createCircuit({ timeouts = 5, restMs = 1_000, now = Date.now }: Options = {}): Circuit {
  let inARow = 0;
  let restsUntil = 0;
  let isTrying = false;
  const rests = () => inARow >= timeouts && now() < restsUntil;
  return {
    rests,
    admits() {
      if (inARow < timeouts) return true;
      if (isTrying || rests()) return false;
      isTrying = true;
      return true;
    },
    answered() {
      inARow = 0;
      isTrying = false;
    },
    timedOut() {
      inARow += 1;
      isTrying = false;
      restsUntil = now() + restMs;
    },
    gaveUp() {
      isTrying = false;
    },
  };
}
