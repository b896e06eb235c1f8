import { forwardedToMailbox, forwardedToWallet } from "./http/proxied-routes.js";
import type { Routes } from "./http/server.js";
import type { GatewayConfig } from "./settings.js";
import { createSubgraphClient } from "./subgraphs/client.js";
import { unsigned } from "./subgraphs/sign.js";

/** What runs beside the demo and shows itself through it, where it is there: the mails, and the wallet. */
export function demoRoutes(
  { mailboxUrl, walletUrl, ...config }: GatewayConfig,
  opened: AsyncDisposableStack,
): Routes {
  const urls = { mailbox: mailboxUrl, wallet: walletUrl };
  const present = Object.entries(urls).filter((entry): entry is [string, string] => entry[1] !== null);
  if (present.length === 0) return [];
  const client = createSubgraphClient({
    subgraphs: () => new Map(present),
    sign: unsigned,
    timeoutMs: config.fetchTimeoutMs,
    maxAnswerBytes: config.maxAnswerBytes,
  });
  const options = { ...config, client: opened.adopt(client, (each) => each.close()) };
  return [
    ...(mailboxUrl === null ? [] : forwardedToMailbox(options)),
    ...(walletUrl === null ? [] : forwardedToWallet(options)),
  ];
}
