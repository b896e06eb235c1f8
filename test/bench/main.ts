import { explain } from "@campus-graph/launch/explain";
import { abuse } from "./abuse/abuse.js";
import { gateway } from "./gateway/gateway.js";
import { notices } from "./notices/notices.js";
import { noBenchmark, readOptions, UsageError } from "./options.js";
import { statements } from "./statements/statements.js";

/** By the name that `npm run bench -- <name>` gives. */
const benchmarks = { abuse, gateway, notices, statements };

const [name = "", ...flags] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name as keyof typeof benchmarks] : undefined;
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => stop.abort(new Error("stopped")));
// A fault that nobody waited for must not leave PostgreSQL behind either: what was started is stopped in order.
process.on("unhandledRejection", (reason) => stop.abort(reason));
try {
  if (!benchmark) throw noBenchmark(name, Object.keys(benchmarks));
  await benchmark(readOptions(flags), stop.signal);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${sentenceFor(error as Error)}\n`);
}
process.exit();

function sentenceFor(error: Error): string {
  if (error instanceof UsageError) return error.message;
  return error.message === "stopped" ? "Stopped." : explain(error);
}
