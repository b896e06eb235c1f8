import { Cookies } from "@campus-graph/clients/cookies";
import { type BegunLink, beginLink, finishLink, type LinkOptions } from "@campus-graph/clients/link";
import { readForm } from "@campus-graph/clients/page";
import type { TokenAnswer } from "@campus-graph/clients/session";
import { walletOf } from "../harness/as.js";
import type { Graph } from "../harness/graph.js";

/** Where the demo's wallet takes guardians back. */
export const returnAddress = (graph: Graph) => `${graph.publicUrl}/wallet/linked`;

/** A guardian's browser: signs in, agrees to what the consent page says, and comes back to the wallet. */
export async function agree(graph: Graph, start: string | URL, login: string): Promise<URL> {
  const cookies = new Cookies();
  let address = new URL(start);
  let form: URLSearchParams | undefined;
  for (let page = 0; page < 15; page++) {
    const response = await fetch(address, {
      method: form ? "POST" : "GET",
      body: form ?? null,
      redirect: "manual",
      headers: { cookie: cookies.headerFor(address) },
    });
    cookies.keep(response.headers);
    const location = response.headers.get("location");
    form = undefined;
    if (location) {
      const next = new URL(location, address);
      if (next.href.startsWith(returnAddress(graph))) return next;
      address = next;
      continue;
    }
    const html = await response.text();
    const found = readForm(html);
    if (!found) throw new Error(`The page has no form: ${response.status}`);
    form = new URLSearchParams([...found.fields]);
    if (form.has("login")) {
      form.set("login", login);
      form.set("password", graph.password);
    }
    address = new URL(found.action, address);
  }
  throw new Error("The way to the consent page went round in circles.");
}

/** The wallet's tokens of a guardian who has agreed. */
export async function linked(
  graph: Graph,
  login: string,
  options: Partial<LinkOptions> = {},
): Promise<TokenAnswer> {
  const partner = walletOf(graph);
  const redirectUri = returnAddress(graph);
  const begun: BegunLink = await beginLink(partner, { redirectUri, ...options });
  const back = await agree(graph, begun.url, login);
  return finishLink(partner, begun, back.searchParams, redirectUri);
}
