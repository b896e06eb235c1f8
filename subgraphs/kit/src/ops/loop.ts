import { setTimeout as delay } from "node:timers/promises";

/** Work that goes round while there is some, and then waits to be woken. One round at a time, whoever asks. */
export interface Loop {
  /** There may be work: go round soon. */
  wake(): void;
  /** One round now, after the one under way. Resolves to how much was done; throws what the round throws. */
  round(): Promise<number>;
  /** How much was done in all rounds so far, whoever asked for them. */
  total(): number;
  stop(): Promise<void>;
}

export interface LoopOptions {
  /** Does some work and resolves to how much; 0 means that there was none. */
  round: () => Promise<number>;
  /** Goes round at least this often, in case a wake-up was lost. */
  netMs: number;
  onError: (error: unknown) => void;
}

const longestPauseMs = 1_000;

/** Starts going round. A round that throws is tried again after a pause that doubles each time. */
export function startLoop({ round, netMs, onError }: LoopOptions): Loop {
  const stopping = new AbortController();
  let wakeUp: () => void = () => undefined;
  let awake = true;
  let last: Promise<unknown> = Promise.resolve();
  let total = 0;

  function oneRound(): Promise<number> {
    const next = last.then(round).then((done) => {
      total += done;
      return done;
    });
    last = next.catch(() => undefined);
    return next;
  }

  async function waitForWork(ms: number): Promise<void> {
    if (awake || stopping.signal.aborted) return;
    const pause = new AbortController();
    wakeUp = () => pause.abort();
    await delay(ms, undefined, { signal: pause.signal }).catch(() => undefined);
  }

  async function goRound(): Promise<void> {
    let pauseMs = 50;
    while (!stopping.signal.aborted) {
      awake = false;
      try {
        if ((await oneRound()) === 0) await waitForWork(netMs);
        pauseMs = 50;
      } catch (error) {
        if (stopping.signal.aborted) return;
        onError(error);
        await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }

  const going = goRound();
  return {
    wake() {
      awake = true;
      wakeUp();
    },
    round: oneRound,
    total: () => total,
    async stop() {
      stopping.abort();
      wakeUp();
      await going;
      await last;
    },
  };
}
