import { readPaymentsConfig } from "./config.js";
import { createPayments } from "./subgraph.js";

const payments = await createPayments(readPaymentsConfig(process.env));
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void payments.stop().then(() => process.exit(0)));
