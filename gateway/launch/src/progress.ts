export interface Progress {
  /** Shows what is being done until it is done, then that it is, with the seconds it took. */
  step<T>(
    doing: string,
    done: string | ((result: T) => string),
    work: () => Promise<T>,
    detail?: () => string,
  ): Promise<T>;
  print(line: string): void;
}

const heartbeatMs = 5_000;

/** A line per step on a stream; on a terminal the running step is shown in place. */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  let running: string | undefined;
  const clear = () => {
    if (stream.isTTY && running) stream.write("\r\u001b[2K");
  };
  const redraw = () => {
    if (stream.isTTY && running) stream.write(running);
  };
  const print = (line: string) => {
    clear();
    stream.write(`${line}\n`);
    redraw();
  };
  return {
    print,
    async step(doing, done, work, detail = () => "") {
      const startedAt = Date.now();
      running = `… ${doing}`;
      redraw();
      const heartbeat = setInterval(() => {
        const seconds = Math.round((Date.now() - startedAt) / 1000);
        const line = `… ${doing} (${seconds} s)${detail()}`;
        if (!stream.isTTY) return print(line);
        clear();
        running = line;
        redraw();
      }, heartbeatMs);
      try {
        const result = await work();
        const words = typeof done === "string" ? done : done(result);
        clear();
        running = undefined;
        print(`✓ ${words} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
        return result;
      } catch (error) {
        clear();
        running = undefined;
        print(`✗ ${doing}`);
        throw error;
      } finally {
        clearInterval(heartbeat);
      }
    },
  };
}
