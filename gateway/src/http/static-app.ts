import type { IncomingMessage, ServerResponse } from "node:http";
import { GatewayRefusal } from "../errors/refusal.js";
import { matchesTag } from "./caching.js";
import { sendText } from "./send-response.js";
import type { Handler } from "./server.js";
import { representationFor, type StaticFile, type StaticFiles } from "./static-files.js";

interface Options {
  /** Where the app is, with a slash at its end. */
  base: string;
  /** Null: it was not built. */
  files: StaticFiles | null;
  /** How the page is kept by a browser; `no-store`: not even to go back to. */
  pageCaching: "no-cache" | "no-store";
  publicUrl: string;
  /** What a browser is shown where no file is: an app's own page, or a page that says so. */
  elsewhere?: { page: string; status: 200 | 404 };
}

/** An app knows its addresses by itself. */
const ownPage = { page: "index.html", status: 200 } as const;

/** Files under this one are sources that people read: they are shown as they stand, and nothing in them runs. */
const sourceFolder = "files/";

/** Files under this folder bear a digest of their content in their names. */
const immutableFolder = "assets/";

/**
 * A built app: its files, and its page for every address of its own that somebody opens. A file that is not there is
 * not found, so that a page of an older build fails at once instead of reading a page as a script.
 */
export function serveApp({ base, files, pageCaching, publicUrl, elsewhere = ownPage }: Options): Handler {
  const policy = contentSecurityPolicy(publicUrl);
  return (request, response) => {
    const { method = "", url = "" } = request;
    if (method !== "GET" && method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      throw new GatewayRefusal("METHOD_NOT_ALLOWED");
    }
    const [path = "", search = ""] = url.split(/(?=\?)/, 2);
    if (path === base.slice(0, -1)) return redirect(response, `${base}${search}`);
    if (files === null) return sendText(response, 503, "text/plain; charset=utf-8", notBuilt, "no-store");
    // Whoever asks for a folder, a probe or a curl as well as a browser, is shown its page.
    const name = nameOf(path.slice(base.length)).replace(/(^|\/)$/, "$1index.html");
    const isImmutable = name.startsWith(immutableFolder);
    const found = files.get(name);
    // Beneath that folder the page would be kept for good, under a name that the next build may give to a script.
    const wantsPage = !isImmutable && (request.headers.accept ?? "").includes("text/html");
    const file = found ?? (wantsPage ? files.get(elsewhere.page) : undefined);
    if (!file) throw new GatewayRefusal("NOT_FOUND");
    const isPage = file === files.get("index.html");
    const canonical = isPage ? canonicalAddress(request, publicUrl) : null;
    if (canonical !== null) return redirect(response, canonical);
    response.setHeader("content-security-policy", policy);
    const caching = isPage ? pageCaching : "no-cache";
    send(request, response, file, {
      status: found ? 200 : elsewhere.status,
      contentType: name.startsWith(sourceFolder) ? "text/plain; charset=utf-8" : file.contentType,
      caching: isImmutable ? "public, max-age=31536000, immutable" : caching,
    });
  };
}

const notBuilt =
  "這個網頁應用程式尚未建置，請以 npm start 啟動服務。 This app has not been built: npm start builds it before it serves.";

interface Sent {
  status: 200 | 404;
  contentType: string;
  caching: string;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  { status, contentType, caching }: Sent,
): void {
  const { body, encoding, tag } = representationFor(request, file);
  response.setHeader("etag", tag);
  response.setHeader("vary", "Accept-Encoding");
  response.setHeader("cache-control", caching);
  response.setHeader("cross-origin-resource-policy", "same-origin");
  if (status === 200 && matchesTag(request, tag)) {
    response.writeHead(304).end();
    return;
  }
  if (encoding !== null) response.setHeader("content-encoding", encoding);
  response.writeHead(status, { "content-type": contentType, "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

function nameOf(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * 127.0.0.1 and localhost are one machine and two origins, of which one is PUBLIC_URL's: only there a page of ours is
 * signed in. Null: the request has that host already, or one that is not ours.
 */
export function canonicalAddress({ headers, url }: IncomingMessage, publicUrl: string): string | null {
  const own = new URL(publicUrl);
  const requestOrigin = `${own.protocol}//${headers.host}`;
  if (!URL.canParse(requestOrigin)) return null;
  const { hostname, port } = new URL(requestOrigin);
  const isSame = port === own.port && loopback.has(hostname) && loopback.has(own.hostname);
  return isSame && hostname !== own.hostname ? `${own.origin}${url}` : null;
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(307, { location, "cache-control": "no-cache" }).end();
}

/** Nothing from elsewhere, nothing inline, nothing framed. Older Safaris do not take a socket for `'self'`. */
function contentSecurityPolicy(publicUrl: string): string {
  const sockets = new URL(publicUrl).origin.replace(/^http/, "ws");
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${sockets}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
