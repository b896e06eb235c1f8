import { abuse } from "./abuse/abuse.js";
import { gateway } from "./gateway/gateway.js";
import { notices } from "./notices/notices.js";
import { readOptions } from "./options.js";
import { statements } from "./statements/statements.js";

/** By the name that `npm run bench -- <name>` gives. */
const benchmarks = { abuse, gateway, notices, statements };

const [name = "", ...flags] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name as keyof typeof benchmarks] : undefined;
if (!benchmark) {
  process.stderr.write(`Say which benchmark: npm run bench -- ${Object.keys(benchmarks).join(" | ")}\n`);
  process.exit(1);
}
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => stop.abort(new Error("stopped")));
// A fault that nobody waited for must not leave PostgreSQL behind either: what was started is stopped in order.
process.on("unhandledRejection", (reason) => stop.abort(reason));
try {
  await benchmark(readOptions(flags), stop.signal);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${(error as Error).message === "stopped" ? "Stopped." : (error as Error).stack}\n`);
}
process.exit();
