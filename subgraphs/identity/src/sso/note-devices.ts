import { anonymous } from "@campus-graph/kit/auth/viewer";
import type { Opened } from "@campus-graph/kit/subgraph";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { IdentityServices } from "../context.js";
import { isOwnProgram } from "../domain/partner.js";
import { noteDevice, type SeenSession } from "../persistence/session-devices.js";
import { noteLinkUse } from "../persistence/wallet-links.js";

/** Writes down from where a session was signed in or used, or when a wallet's link was, so that its owner finds it among theirs. */
export function noteDevicesWith({ contextFor, log }: Opened<IdentityServices>) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    const link = linkUsedBy(ctx);
    const seen = link ? null : seenBy(ctx);
    if (!seen && !link) return;
    try {
      const context = contextFor({ ...anonymous, address: ctx.ip });
      if (link) await noteLinkUse(context, link);
      if (seen) await noteDevice(context, seen);
    } catch (err) {
      // Nobody is kept from signing in for it.
      log.warn({ err }, "a session's device could not be written down");
    }
  };
}

/** A wallet that got a token by its link: a program elsewhere, and no device of the guardian's. */
function linkUsedBy({ oidc, status }: KoaContextWithOIDC): string | undefined {
  if (oidc?.route !== "token" || status !== 200 || !oidc.client || isOwnProgram(oidc.client.clientId))
    return undefined;
  return oidc.entities.Grant?.jti;
}

function seenBy(ctx: KoaContextWithOIDC): SeenSession | null {
  const { oidc } = ctx;
  if (!oidc) return null;
  const { route, session, client, entities } = oidc;
  const agent = ctx.get("user-agent");
  const token = entities.RefreshToken ?? entities.AuthorizationCode;
  const sid =
    route === "token"
      ? token?.sessionUid
      : ["authorization", "resume"].includes(route) && session?.accountId
        ? session.uid
        : undefined;
  return sid ? { sid, client: client?.clientId ?? "", agent } : null;
}
