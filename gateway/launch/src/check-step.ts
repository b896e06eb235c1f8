import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

export interface CheckStep {
  /** What it shows, as the row of the table. */
  name: string;
  /** Arguments to this process's own Node. */
  node: readonly string[];
  /** What must be true of the output besides the exit code: a complaint, or undefined. */
  complain?(output: string): string | undefined;
}

export interface CheckStepResult {
  name: string;
  ok: boolean;
  output: string;
  tookMs: number;
}

export async function runCheckStep(step: CheckStep, root: string): Promise<CheckStepResult> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, step.node, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const keep = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      resolve(1);
    });
    child.once("close", resolve);
  });
  const complaint = code === 0 ? step.complain?.(output) : undefined;
  return {
    name: step.name,
    ok: code === 0 && complaint === undefined,
    output: complaint ? `${output}\n${complaint}` : output,
    tookMs: performance.now() - startedAt,
  };
}
