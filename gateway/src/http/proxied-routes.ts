import type { IncomingMessage, ServerResponse } from "node:http";
import { anonymous, isForeignProgram, type Viewer } from "@campus-graph/kit/auth/viewer";
import { GatewayRefusal } from "../errors/refusal.js";
import type { SubgraphClient } from "../subgraphs/client.js";
import { newTraceId } from "../subgraphs/trace-id.js";
import { abortOnRevocation } from "../viewer/abort-on-revocation.js";
import { type Authenticate, readAddressAndLanguage } from "../viewer/authenticate.js";
import { readCredentials } from "../viewer/credentials.js";
import type { RevocationList } from "../viewer/revocation-list.js";
import { type AllowsOrigin, letting } from "./headers.js";
import { forwardTo } from "./reverse-proxy.js";
import { withPlainRefusals } from "./send-response.js";
import type { Handler, Routes } from "./server.js";

interface Options {
  client: SubgraphClient;
  publicUrl: string;
  /** Whether the host that a client named counts. */
  trustsHost: boolean;
  behindProxy: boolean;
  authenticate: Authenticate;
  revocations: RevocationList;
  allowsOrigin: AllowsOrigin;
}

type ViewerOf = (request: IncomingMessage, response: ServerResponse) => Promise<Viewer>;

/** Sign-in, sessions and documents: identity and binding answer these themselves, through the gateway. */
export function forwardedToSubgraphs(options: Options): Routes {
  const { behindProxy, authenticate, revocations } = options;
  const signedIn: ViewerOf = async (request, response) => {
    const addressAndLanguage = readAddressAndLanguage(request, behindProxy);
    const { viewer } = await authenticate(readCredentials(request, options.publicUrl), addressAndLanguage);
    if (viewer.subject === null) return viewer;
    // No scope that a wallet can be given opens a document.
    if (isForeignProgram(viewer)) throw new GatewayRefusal("NOT_FOUND");
    const known = revocations.of(viewer.subject);
    if (known === null) throw new GatewayRefusal("SESSION_UNCERTAIN");
    // What streams cannot be read anew.
    abortOnRevocation(viewer.subject, response, revocations);
    return { ...viewer, withdrawals: known };
  };
  // Sign-in has its own tokens and secrets in the same header, so nobody is known there yet.
  const identity = forward("identity", unknownViewer(behindProxy), options);
  // A document is somebody else's making: shown by a browser it runs nothing and is no page of ours.
  const binding = forward("binding", signedIn, options, {
    "content-security-policy": "sandbox",
    "x-content-type-options": "nosniff",
  });
  return [
    ["/sso/*", identity],
    ["/session/*", withPlainRefusals(identity)],
    ["/documents/*", letting(options.allowsOrigin, binding)],
  ];
}

/** The demo's mails. */
export function forwardedToMailbox(options: Pick<Options, "client" | "publicUrl" | "behindProxy">): Routes {
  const mailbox = forward("mailbox", unknownViewer(options.behindProxy), { ...options, trustsHost: true });
  return [
    ["/mail/*", mailbox],
    ["/mail.json", mailbox],
  ];
}

/** The demo's partner. It is a stranger here: of what a browser sends to this host it gets its own cookies, and no token. */
export function forwardedToWallet(options: Pick<Options, "client" | "publicUrl" | "behindProxy">): Routes {
  const wallet = forward("wallet", unknownViewer(options.behindProxy), { ...options, trustsHost: true });
  return [
    [
      "/wallet/*",
      (request, response) => {
        const { headers } = request;
        delete headers.authorization;
        headers.cookie = (headers.cookie ?? "")
          .split("; ")
          .filter((cookie) => cookie.startsWith("wallet_"))
          .join("; ");
        return wallet(request, response);
      },
    ],
  ];
}

function unknownViewer(behindProxy: boolean): ViewerOf {
  return async (request) => ({ ...anonymous, ...readAddressAndLanguage(request, behindProxy) });
}

function forward(
  subgraph: string,
  viewerOf: ViewerOf,
  { client, publicUrl, trustsHost }: Pick<Options, "client" | "publicUrl" | "trustsHost">,
  answerHeaders: Readonly<Record<string, string>> = {},
): Handler {
  return forwardTo({
    subgraph,
    client,
    publicUrl,
    trustsHost,
    answerHeaders,
    callerOf: async (request, response, signal) => ({
      viewer: await viewerOf(request, response),
      traceId: newTraceId(),
      signal,
    }),
  });
}
