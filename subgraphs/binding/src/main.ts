import { readBindingConfig } from "./config.js";
import { createBinding } from "./subgraph.js";

const binding = await createBinding(readBindingConfig(process.env));

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    void binding.stop().then(() => process.exit(0));
  });
