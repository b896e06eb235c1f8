import { fileURLToPath } from "node:url";
import { startWallet } from "./server.js";
import { readSettings } from "./settings.js";

/** This file is run from clients/wallet/dist/src. */
const page = fileURLToPath(new URL("../../page/dist", import.meta.url));

try {
  const wallet = await startWallet(readSettings(process.env, page));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void wallet.stop());
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
