import { isAllowedOrigin, webOriginOf } from "@campus-graph/kit/http/origins";
import type { Configuration } from "oidc-provider";
import type { IdentityConfig } from "../config.js";

/** From which pages a client's tokens may be asked for (CORS): those of its own redirect URIs, and those let in for all. */
export function clientBasedCORS({
  allowedOrigins,
}: Pick<IdentityConfig, "allowedOrigins">): NonNullable<Configuration["clientBasedCORS"]> {
  return (_, origin, { redirectUris = [] }) =>
    redirectUris.flatMap(webOriginOf).includes(origin) || isAllowedOrigin(allowedOrigins, origin);
}
