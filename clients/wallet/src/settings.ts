import { readFileSync } from "node:fs";
import type { Partner } from "@campus-graph/clients/partner";

/** What the wallet needs to run. */
export interface WalletSettings {
  host: string;
  /** 0 picks a free port. */
  port: number;
  /** The graph's address, and as whom the wallet asks it. */
  partner: Partner;
  /** Where a guardian who links an account comes back to, as the city has it registered; beside the page where absent. */
  redirectUri?: string | undefined;
  /** The file of its payers and payments; `:memory:` keeps nothing. */
  file: string;
  /** The folder of the built page. */
  page: string;
  /** How long the graph's answer may take before it counts as lost. */
  answerWithinMs?: number;
  /** How long to wait before a payment is reported again, the first time; longer each time. */
  firstPauseMs?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings in the environment; throws a sentence for the operator. */
export function readSettings(environment: Environment, page: string): WalletSettings {
  const { HOST = "127.0.0.1", PORT = "4100", GRAPH_URL, KEY_FILE, CLIENT_ID = "wallet" } = environment;
  const { WALLET_FILE = "wallet.sqlite", REDIRECT_URI: redirectUri } = environment;
  if (!GRAPH_URL || !KEY_FILE)
    throw new Error(
      "Give GRAPH_URL, the graph's address, and KEY_FILE, the wallet's private key (a JWK with a kid).",
    );
  const partner = { url: GRAPH_URL, clientId: CLIENT_ID, privateKey: readKey(KEY_FILE) };
  return { host: HOST, port: Number(PORT), partner, file: WALLET_FILE, page, redirectUri };
}

/** A JWK, or the first of a set; the demo's launcher keeps the set under a name. */
function readKey(file: string): Partner["privateKey"] {
  const content = JSON.parse(readFileSync(file, "utf8"));
  const jwk = (content.walletJwks ?? content).keys?.[0] ?? content;
  if (!jwk.d || !jwk.kid) throw new Error(`${file} holds no private JWK with a kid.`);
  return jwk;
}
