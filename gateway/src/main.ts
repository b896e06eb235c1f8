import { readGatewayConfig } from "./config.js";
import { createGateway } from "./gateway.js";

const gateway = await createGateway(readGatewayConfig(process.env));

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void gateway.stop().then(() => process.exit(0));
  });
