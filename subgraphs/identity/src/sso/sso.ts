import type { IncomingMessage, ServerResponse } from "node:http";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import type { ForwardHandler } from "@campus-graph/kit/http/signed-server";
import type { Opened } from "@campus-graph/kit/subgraph";
import type Provider from "oidc-provider";
import type { IdentityConfig } from "../config.js";
import type { IdentityServices } from "../context.js";
import { createFactorsPage, factorsPath } from "./factors.js";
import { forgotLoginPath, serveForgotLogin } from "./forgot-login.js";
import { createHome, homePath } from "./home.js";
import { createInteraction } from "./interaction.js";
import { serveMailedLink } from "./mailed-links.js";
import { scriptsPath } from "./pages/second-factor-parts.js";
import { readScripts } from "./scripts.js";

const mount = "/sso";

/** Everything under /sso: the sign-in pages, the applicants' key set, and the provider for all else. */
export function createSso(
  provider: Provider,
  config: IdentityConfig,
  opened: Opened<IdentityServices>,
): ForwardHandler {
  const interaction = createInteraction(provider, config, opened);
  const home = createHome(provider, config);
  const factors = createFactorsPage(provider, config);
  const scripts = readScripts();
  const callback = provider.callback();
  return (request, response, { viewer, traceId }) => {
    const path = new URL(request.url ?? mount, "http://identity").pathname;
    const [, uid] = /^\/sso\/interaction\/([\w-]{1,64})$/.exec(path) ?? [];
    const contextFor = (change: Partial<Viewer>) => opened.contextFor({ ...viewer, ...change }, traceId);
    if (uid) return interaction({ request, response, uid, contextFor });
    if (path === homePath || path === `${homePath}/`) return home({ request, response, contextFor });
    if (path === factorsPath) return factors({ request, response, contextFor });
    const script = path.startsWith(scriptsPath) && scripts.get(path.slice(scriptsPath.length));
    if (script) return sendScript(response, script);
    if (path === forgotLoginPath) return serveForgotLogin(request, response, contextFor({}));
    const mailed = serveMailedLink(path, { request, response, context: contextFor({}) });
    if (mailed) return mailed;
    if (path === `${mount}/applicant-jwks`)
      return sendKeys(response, opened.contextFor().services.applicantTokens.publicKeys);
    return callback(mounted(request), response);
  };
}

/** The provider finds its mount path from what is missing in `url` against `originalUrl`: nothing may be stripped in front. */
function mounted(request: IncomingMessage): IncomingMessage {
  const originalUrl = request.url ?? mount;
  const url = originalUrl.slice(mount.length);
  return Object.assign(request, { originalUrl, url: url.startsWith("/") ? url : `/${url}` });
}

function sendScript(response: ServerResponse, script: string): void {
  response
    .writeHead(200, {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "x-content-type-options": "nosniff",
    })
    .end(script);
}

function sendKeys(response: ServerResponse, keys: object): void {
  response
    .writeHead(200, { "content-type": "application/jwk-set+json", "cache-control": "public, max-age=300" })
    .end(JSON.stringify(keys));
}
