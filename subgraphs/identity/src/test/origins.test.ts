import { readAllowedOrigins } from "@campus-graph/kit/http/origins";
import type { Client, KoaContextWithOIDC } from "oidc-provider";
import { expect, it } from "vitest";
import { clientBasedCORS } from "../sso/origins.js";
import { Browser } from "./browser.js";
import { startIdentity } from "./given.js";

const redirectUris = ["https://app.example/signed-in", "http://127.0.0.1/callback", "tw.app:/signed-in"];
const client = { redirectUris } as unknown as Client;
const context = {} as KoaContextWithOIDC;

it.each([
  { origin: "https://app.example", production: true, demo: true, why: "of a redirect URI" },
  { origin: "https://allowed.example", production: true, demo: true, why: "of ALLOWED_ORIGINS" },
  { origin: "http://localhost:5173", production: false, demo: true, why: "a developer's server" },
  { origin: "http://127.0.0.1:8080", production: false, demo: true, why: "a developer's server" },
  { origin: "https://app.example:8443", production: false, demo: false, why: "another port" },
  { origin: "http://app.example", production: false, demo: false, why: "another protocol" },
  { origin: "https://evil.example", production: false, demo: false, why: "a stranger" },
  { origin: "http://localhost.evil.example", production: false, demo: false, why: "a stranger" },
  { origin: "null", production: false, demo: false, why: "no origin, as of a sandboxed frame" },
])("lets pages of $origin, $why, ask for tokens: $production in production, $demo in the demo", (row) => {
  const environment = { ALLOWED_ORIGINS: "https://allowed.example" };
  const inMode = (mode: "production" | "demo") =>
    clientBasedCORS({ allowedOrigins: readAllowedOrigins(environment, mode) })(context, row.origin, client);
  expect({ production: inMode("production"), demo: inMode("demo") }).toEqual({
    production: row.production,
    demo: row.demo,
  });
});

it("tells the page that its origin is allowed, and refuses a stranger's before the code is looked at", async () => {
  await using identity = await startIdentity();
  const browser = new Browser(identity);
  const from = (origin: string) =>
    browser.send(
      "POST",
      "/sso/token",
      { grant_type: "refresh_token", refresh_token: "none", client_id: "parent-app" },
      { origin },
    );
  const allowed = await from("http://localhost:5173");
  expect(allowed.headers.get("access-control-allow-origin")).toBe("http://localhost:5173");
  expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
  expect(JSON.parse(allowed.text).error).toBe("invalid_grant");
  const refused = await from("https://evil.example");
  expect(refused.headers.get("access-control-allow-origin")).toBeNull();
  expect(JSON.parse(refused.text)).toMatchObject({
    error: "invalid_request",
    error_description: "origin https://evil.example not allowed for client: parent-app",
  });
});
