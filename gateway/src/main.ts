import { readGatewayConfig } from "./config.js";
import { createGateway } from "./gateway.js";
import { loadPlugins } from "./operations/operator-plugins.js";

const plugins = await loadPlugins(process.env.APOLLO_PLUGINS);
const gateway = await createGateway({ ...readGatewayConfig(process.env), plugins });

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void gateway.stop().then(() => process.exit(0));
  });
