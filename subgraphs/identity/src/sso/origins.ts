import type { Configuration } from "oidc-provider";
import type { IdentityConfig } from "../config.js";

const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * From which pages a client's tokens may be asked for (CORS): those that its redirect URIs and ALLOWED_ORIGINS name. In
 * the demo any port of this machine too, because a developer's server picks one.
 */
export function clientBasedCORS({
  mode,
  allowedOrigins,
}: Pick<IdentityConfig, "mode" | "allowedOrigins">): NonNullable<Configuration["clientBasedCORS"]> {
  return (_, origin, { redirectUris = [] }) =>
    allowedOrigins.includes(origin) ||
    redirectUris.some((uri) => new URL(uri).origin === origin) ||
    (mode !== "production" && isLoopback(origin));
}

function isLoopback(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && url.origin === origin && loopbackHosts.has(url.hostname);
}
