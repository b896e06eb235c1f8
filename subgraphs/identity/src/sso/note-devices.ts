import { anonymous } from "@campus-graph/kit/auth/viewer";
import type { Opened } from "@campus-graph/kit/subgraph";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { IdentityServices } from "../context.js";
import { noteDevice, type SeenSession } from "../persistence/session-devices.js";

/** Writes down from where a session was signed in or used, so that its owner finds it among theirs. */
export function noteDevicesWith({ contextFor, log }: Opened<IdentityServices>) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    const seen = seenBy(ctx);
    if (!seen) return;
    try {
      await noteDevice(contextFor({ ...anonymous, address: ctx.ip }), seen);
    } catch (err) {
      // Nobody is kept from signing in for it.
      log.warn({ err }, "a session's device could not be written down");
    }
  };
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
