import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "@campus-graph/clients/connect";
import { partnerTokens } from "@campus-graph/clients/partner";
import { answerPage } from "./api.js";
import { readPage, sendPage } from "./page.js";
import { Purse } from "./purse.js";
import { Reporter } from "./report.js";
import type { WalletSettings } from "./settings.js";

/** Where everything of the wallet's stands, on its own server and behind the graph's. */
const base = "/wallet/";

export interface WalletServer {
  /** Without a path; the page is at `/wallet/`. */
  url: string;
  /** What is unreported stays written down for the next start. */
  stop(): Promise<void>;
}

export async function startWallet(settings: WalletSettings): Promise<WalletServer> {
  const { host, port, partner, answerWithinMs = 10_000, firstPauseMs = 500 } = settings;
  const graph = connect({ url: partner.url, tokens: partnerTokens(partner), timeoutMs: answerWithinMs });
  const purse = new Purse(settings.file);
  const reporter = new Reporter(graph, partner, purse, firstPauseMs);
  const page = readPage(settings.page);
  const server = createServer((request, response) => {
    const [pathname = "/"] = (request.url ?? "/").split("?");
    if (pathname === "/readyz") return void response.end("{}");
    if (pathname.startsWith(`${base}api/`))
      return void answerPage({ graph, purse, reporter }, pathname.slice(base.length + 4), request, response);
    if (pathname.startsWith(base) && sendPage(page, pathname.slice(base.length), response)) return;
    if (pathname === "/" || pathname === base.slice(0, -1))
      return void response.writeHead(307, { location: base }).end();
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  reporter.resume();
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    async stop() {
      reporter.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await graph.close();
      purse.close();
    },
  };
}
