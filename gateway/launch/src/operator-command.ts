import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { runCommand } from "./explain.js";
import { environmentOfRunningGraph } from "./running-graph.js";

/**
 * Runs an operator's command to the running graph (`npm run dead-letters`, `partner`, `appoint`, `schools`, `settle`, `conform`) as a process of its own, with the
 * supergraph and the keys that the launcher gave the gateway.
 */
async function runOperatorCommand([command = "", ...words]: readonly string[]): Promise<void> {
  const env = environmentOfRunningGraph();
  const main = fileURLToPath(new URL(`./commands/${command}.js`, import.meta.url));
  const child = spawn(process.execPath, ["--enable-source-maps", main, ...words], {
    stdio: "inherit",
    // A file that is named on the command line is looked for where the command was typed, not in the checkout.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env,
  });
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
}

await runCommand(() => runOperatorCommand(process.argv.slice(2)));
