import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "@campus-graph/clients/connect";
import { partnerTokens } from "@campus-graph/clients/partner";
import { answerPage } from "./api.js";
import { LinkStore } from "./link-store.js";
import { Links } from "./links.js";
import { readPage, sendPage } from "./page.js";
import { payerOf } from "./payer.js";
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
  const links = new Links({
    partner,
    store: new LinkStore(settings.file),
    redirectUri: settings.redirectUri ?? `${partner.url}${base}linked`,
    pauseMs: firstPauseMs,
  });
  const page = readPage(settings.page);
  const server = createServer((request, response) => {
    const [pathname = "/"] = (request.url ?? "/").split("?");
    if (pathname === "/readyz") return void response.end("{}");
    if (pathname === `${base}link` || pathname === `${base}linked`)
      return void answerLink(links, request, response);
    if (pathname.startsWith(`${base}api/`))
      return void answerPage(
        { graph, purse, reporter, links },
        pathname.slice(base.length + 4),
        request,
        response,
      );
    if (pathname.startsWith(base) && sendPage(page, pathname.slice(base.length), response)) return;
    if (pathname === "/" || pathname === base.slice(0, -1))
      return void response.writeHead(307, { location: base }).end();
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  reporter.resume();
  links.resume();
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    async stop() {
      reporter.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await links.stop();
      await graph.close();
      purse.close();
    },
  };
}

/** To the city's consent page, and back from it. */
async function answerLink(links: Links, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://wallet");
  const payer = payerOf(request, response);
  try {
    const location = pathname.endsWith("linked")
      ? `${base}?link=${(await links.finish(payer, searchParams)) ? "done" : "none"}`
      : await links.begin(payer, searchParams.get("language") === "en" ? "en" : "zh-TW");
    response
      .writeHead(303, { location, "cache-control": "no-store", "referrer-policy": "no-referrer" })
      .end();
  } catch {
    response.writeHead(303, { location: `${base}?link=failed` }).end();
  }
}
