import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";

/** A browser app on an origin of its own. */
export interface AppServer extends AsyncDisposable {
  /** Its origin, `http://localhost:<port>`. */
  origin: string;
}

/** Serves a folder with index.html and main.ts as a developer's server would, with the graph at `graphUrl`. */
export async function serveApp(folder: string, graphUrl: string): Promise<AppServer> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "main.ts")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "browser",
    conditions: ["source"],
    supported: { "top-level-await": true },
  });
  // The guide names the graph where `npm start` serves it.
  const script = outputFiles[0]!.text.replaceAll("http://localhost:4000", graphUrl);
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const server = createServer(({ url }, response) => {
    const [type, body] = url === "/main.ts" ? ["text/javascript", script] : ["text/html", page];
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
