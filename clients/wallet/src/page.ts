import { readdirSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Its own files alone; the reader of barcodes is WebAssembly. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export type Page = ReadonlyMap<string, Buffer>;

/** The built page's files by name, read once. */
export function readPage(folder: string): Page {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => extname(file) in types,
  );
  return new Map(names.map((file) => [file.replaceAll("\\", "/"), readFileSync(join(folder, file))]));
}

/** Whether there is such a file. */
export function sendPage(page: Page, path: string, response: ServerResponse): boolean {
  const file = path === "" ? "index.html" : path;
  const body = page.get(file);
  if (!body) return false;
  response.writeHead(200, {
    "content-type": types[extname(file)],
    "content-length": body.length,
    "content-security-policy": policy,
    "permissions-policy": "camera=(self)",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": file.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
  });
  response.end(body);
  return true;
}
