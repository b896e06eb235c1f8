import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { publicUrl } from "./identity.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
let folder: string;

const index = '<!doctype html><script type="module" src="/parent/assets/app-1a2b.js"></script>'.repeat(20);
const script = "export const here = true;\n".repeat(200);

beforeAll(async () => {
  world = await TestWorld.start();
  folder = await mkdtemp(join(tmpdir(), "built-app-"));
  const files: Record<string, string | Buffer> = {
    "index.html": index,
    "index.html.br": brotliCompressSync(index),
    "index.html.gz": gzipSync(index),
    "assets/app-1a2b.js": script,
    "assets/app-1a2b.js.br": brotliCompressSync(script),
    "assets/app-1a2b.js.gz": gzipSync(script),
    "sw.js": "// the worker",
    "manifest.webmanifest": "{}",
    "icons/icon.svg": "<svg/>",
    ".vite/manifest.json": "{}",
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  gateway = await world.gateway({ mode: "production", parentApp: folder });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

interface Got {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** As it lies on the wire: fetch would decode it, and mend the path. */
function get(path: string, headers: Record<string, string> = {}, method = "GET", at = gateway): Promise<Got> {
  const { promise, resolve, reject } = Promise.withResolvers<Got>();
  const { hostname, port } = new URL(at.url);
  const request = httpRequest({ hostname, port, path, method, headers }, async (response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
  });
  request.once("error", reject);
  request.end();
  return promise;
}

const page = { accept: "text/html,*/*" };

describe("a built app", () => {
  it("is served in the smallest encoding that the browser takes", async () => {
    const path = "/parent/assets/app-1a2b.js";
    const br = await get(path, { "accept-encoding": "gzip, deflate, br" });
    const gzip = await get(path, { "accept-encoding": "gzip, br;q=0" });
    const plain = await get(path);
    expect([br, gzip, plain].map(({ headers }) => headers["content-encoding"])).toEqual([
      "br",
      "gzip",
      undefined,
    ]);
    const texts = [brotliDecompressSync(br.body), gunzipSync(gzip.body), plain.body].map(String);
    expect(texts).toEqual([script, script, script]);
    for (const { status, headers, body } of [br, gzip, plain]) {
      expect([status, headers["content-length"], headers.vary]).toEqual([
        200,
        String(body.length),
        "Accept-Encoding",
      ]);
      expect(headers["content-type"]).toBe("text/javascript; charset=utf-8");
    }
    expect(new Set([br, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it("lets browsers keep for good what bears its digest in its name, and ask for all else", async () => {
    const caching = async (path: string) => (await get(path)).headers["cache-control"];
    expect(await caching("/parent/assets/app-1a2b.js")).toBe("public, max-age=31536000, immutable");
    for (const path of ["/parent/", "/parent/index.html", "/parent/sw.js", "/parent/manifest.webmanifest"])
      expect(await caching(path === "/parent/" ? "/parent/index.html" : path)).toBe("no-cache");
    expect((await get("/parent/", page)).headers["cache-control"]).toBe("no-cache");
  });

  it("sends what a browser has already only once, and to HEAD its headers alone", async () => {
    const first = await get("/parent/", page);
    const etag = String(first.headers.etag);
    const again = await get("/parent/", { ...page, "if-none-match": `"other", W/${etag}` });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const head = await get("/parent/", page, "HEAD");
    expect([head.status, head.headers["content-length"], head.body.length]).toEqual([
      200,
      String(index.length),
      0,
    ]);
    // Another copy of the same build says the same.
    const copy = await world.gateway({ mode: "production", parentApp: folder });
    expect((await get("/parent/", page, "GET", copy)).headers.etag).toBe(etag);
  });

  it("shows its page at every address of its own, and is no file that is not there", async () => {
    for (const path of ["/parent/", "/parent/bills/1?tab=atm", "/parent/%E5%AD%B8%E7%94%9F", "/parent/a%ZZ"])
      expect([path, String((await get(path, page)).body)]).toEqual([path, index]);
    expect(String((await get("/parent/", { accept: "*/*" })).body)).toBe(index);
    for (const path of ["/parent/assets/app-0000.js", "/parent/bills/1"])
      expect((await get(path, { accept: "*/*" })).status).toBe(404);
    // Kept for good under a name that the next build may give to a script, the page would break it.
    for (const path of ["/parent/assets/app-0000.js", "/parent/%61ssets/app-0000.js"]) {
      const { status, headers } = await get(path, page);
      expect([path, status, headers["cache-control"]]).toEqual([path, 404, "private, no-store"]);
    }
    const bare = await get("/parent?from=mail", page);
    expect([bare.status, bare.headers.location]).toEqual([307, "/parent/?from=mail"]);
    expect((await get("/parenthood", page)).status).toBe(404);
  });

  it.each([
    "/parent/.vite/manifest.json",
    "/parent/../config.ts",
    "/parent/..%2fpackage.json",
    "/parent/assets/../../package.json",
    "/parent/index.html.br",
    "/parent/assets/",
    "/parent/%00",
  ])("serves nothing else of the disk: %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it("runs nothing inline and nothing from elsewhere", async () => {
    const { headers } = await get("/parent/", page);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("connect-src 'self' ws://campus.test;");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers["x-frame-options"]).toBe("DENY");
    expect((await get("/parent/sw.js")).headers["content-security-policy"]).toBe(policy);
  });

  it("takes no other method, and knows no ranges", async () => {
    const posted = await get("/parent/", page, "POST");
    expect([posted.status, posted.headers.allow]).toEqual([405, "GET, HEAD"]);
    for (const range of ["bytes=0-1", "bytes=9-1", "bytes=99999999-", "nonsense"])
      expect((await get("/parent/sw.js", { range })).status).toBe(200);
  });

  it("that was not built is one sentence, and everything else goes on", async () => {
    const bare = await world.gateway({ parentApp: join(folder, "nowhere") });
    const { status, body } = await get("/parent/", page, "GET", bare);
    expect([status, String(body)]).toEqual([503, expect.stringContaining("npm start")]);
    expect((await get("/", page, "GET", bare)).status).toBe(200);
    expect((await get("/readyz", {}, "GET", bare)).status).toBe(200);
  });
});

describe("the documentation", () => {
  it("says that a page is not there, and shows sources as text, in which nothing runs", async () => {
    const docs = join(folder, "docs");
    const files = { "index.html": "<!doctype html>", "404.html": "<p>not here", "en/index.html": "<p>en" };
    for (const [name, content] of Object.entries({
      ...files,
      "files/app/index.html": "<script>1</script>",
    })) {
      await mkdir(dirname(join(docs, name)), { recursive: true });
      await writeFile(join(docs, name), content);
    }
    const served = await world.gateway({ mode: "production", docs });
    const got = (path: string, headers: Record<string, string> = page) => get(path, headers, "GET", served);
    expect(String((await got("/docs/en/")).body)).toBe("<p>en");
    const missing = await got("/docs/en/nothing.html");
    expect([missing.status, String(missing.body)]).toEqual([404, "<p>not here"]);
    expect((await got("/docs/en/nothing.json", { accept: "application/json" })).status).toBe(404);
    const source = await got("/docs/files/app/index.html");
    expect([source.status, source.headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(String((await got("/", { ...page, "accept-language": "en" })).body)).toContain('"/docs/en/"');
  });
});

describe("the front page", () => {
  it("leads parents on in their language, and loads nothing from elsewhere", async () => {
    const { status, headers, body } = await get("/", page);
    const html = String(body);
    expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(html).toContain('<html lang="zh-Hant-TW">');
    for (const href of ["/parent/", "/session/sign-in?returnTo=/parent/&amp;locale=zh-TW", "/sso"])
      expect(html).toContain(`href="${href}"`);
    expect(html).not.toMatch(/https?:|<script|style=/);
    expect(String(headers["content-security-policy"])).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(String((await get("/", { ...page, "accept-language": "en" })).body)).toContain('<html lang="en">');
    expect(String((await get("/?locale=en", page)).body)).toContain("Parents");
  });

  it("shows in production nothing that is only there for trying", async () => {
    const html = String((await get("/", page)).body);
    for (const href of ["/graphql", "/mail", "/wallet/", "/docs"]) expect(html).not.toContain(`"${href}"`);
    const nearby = { mailboxUrl: "http://127.0.0.1:1", walletUrl: "http://127.0.0.1:1" };
    const demo = await world.gateway({ mode: "demo", parentApp: folder, ...nearby });
    const shown = String((await get("/", page, "GET", demo)).body);
    for (const href of ["/parent/", "/graphql", "/mail", "/wallet/"]) expect(shown).toContain(`"${href}"`);
  });

  it("offers no app that is not there", async () => {
    const without = await world.gateway();
    expect(String((await get("/", page, "GET", without)).body)).not.toContain("/parent/");
    expect((await get("/parent/", page, "GET", without)).status).toBe(404);
  });

  it("leads from 127.0.0.1 to localhost, whose cookies are the ones that count", async () => {
    const { port } = new URL(gateway.url);
    const local = await world.gateway({ publicUrl: `http://localhost:${port}`, parentApp: folder });
    for (const path of ["/", "/parent/bills?tab=1"]) {
      const { status, headers } = await get(path, { ...page, host: `127.0.0.1:${port}` }, "GET", local);
      expect([status, headers.location]).toEqual([307, `http://localhost:${port}${path}`]);
      expect((await get(path, { ...page, host: `localhost:${port}` }, "GET", local)).status).toBe(200);
      // Of other names nobody knows whether they lead here.
      expect((await get(path, { ...page, host: "campus.example" }, "GET", local)).status).toBe(200);
    }
    expect(publicUrl).toBe("http://campus.test");
  });
});
