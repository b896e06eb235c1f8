import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** Which core the measured process has for itself, and where everything else runs. Null: the machine cannot say. */
export interface Cores {
  subject: string;
  rest: string;
}

/** Takes this process, and all that it starts from now on, off the core that the subjects get. */
export function divideCores(): Cores | null {
  if (process.platform !== "linux" || availableParallelism() < 2) return null;
  const last = availableParallelism() - 1;
  const cores = { subject: String(last), rest: last === 1 ? "0" : `0-${last - 1}` };
  try {
    execFileSync("taskset", ["-a", "-c", "-p", cores.rest, String(process.pid)], { stdio: "ignore" });
    return cores;
  } catch {
    return null;
  }
}
