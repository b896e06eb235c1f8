import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Connection, connect } from "@campus-graph/clients/connect";
import type { Partner } from "@campus-graph/clients/partner";
import { partnerTokens } from "@campus-graph/clients/partner";
import type { Session } from "@campus-graph/clients/session";
import { signIn } from "@campus-graph/clients/sign-in";
import { inject } from "vitest";
import type { Graph } from "./graph.js";

/** One of the demo city's people, signed in by the real flow. */
export function signInTo(graph: Graph, login: string, password = graph.password): Promise<Session> {
  return signIn({ url: graph.publicUrl, login, password });
}

/** A connection as that person, to every copy of the gateway unless some are named. */
export async function as(graph: Graph, login: string, urls = graph.urls): Promise<Connection> {
  return connect({ url: urls, tokens: await signInTo(graph, login) });
}

/** Nobody in particular. */
export function asAnyone(graph: Graph): Connection {
  return connect({ url: graph.urls });
}

/** The demo's payment partner and its key. */
export function walletOf(graph: Graph): Partner {
  return walletAt(graph.publicUrl, graph.keysFolder);
}

/** The same, of the graph at an address. */
export function walletAt(url: string, keysFolder = inject("keysFolder")): Partner {
  const { walletJwks } = JSON.parse(readFileSync(join(keysFolder, "wallet.json"), "utf8")) as {
    walletJwks: { keys: Partner["privateKey"][] };
  };
  return { url, clientId: "wallet", privateKey: walletJwks.keys[0]! };
}

export function asWallet(graph: Graph, urls = graph.urls): Connection {
  return connect({ url: urls, tokens: partnerTokens(walletOf(graph)) });
}
