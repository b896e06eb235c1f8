import { readIdentityConfig } from "./config.js";
import { createIdentity } from "./subgraph.js";

const identity = await createIdentity(readIdentityConfig(process.env));

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    void identity.stop().then(() => process.exit(0));
  });
