import { readPassHeaders } from "./door/passed-headers.js";
import { createOpenGateway } from "./open-gateway.js";
import { loadPlugins } from "./operations/operator-plugins.js";

const { SUPERGRAPH, PORT = "4000", HOST = "127.0.0.1", LOG_LEVEL = "warn" } = process.env;
if (!SUPERGRAPH) {
  process.stderr.write("Say which supergraph to serve: SUPERGRAPH=<file> PORT=<n> npm run gateway\n");
  process.exit(1);
}
const gateway = await createOpenGateway({
  host: HOST,
  port: Number(PORT),
  supergraph: { file: SUPERGRAPH },
  logLevel: LOG_LEVEL,
  plugins: await loadPlugins(process.env.APOLLO_PLUGINS),
  passHeaders: readPassHeaders(process.env.PASS_HEADERS),
});
process.stdout.write(
  `OPEN MODE: ${SUPERGRAPH} at ${gateway.url}/graphql, for everybody: no sign-in, no limits, nothing signed.\n`,
);

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void gateway.stop().then(() => process.exit(0));
  });
