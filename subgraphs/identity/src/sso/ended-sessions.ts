import type { Opened } from "@campus-graph/kit/serve";
import { transaction } from "@campus-graph/kit/transaction";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { Context, IdentityServices } from "../services.js";
import { endSession } from "../use-cases/end-sessions.js";

/**
 * Tells the gateways when the provider ended a session: a sign-out, a refresh token taken back, or an old one used
 * again. Access tokens outlive it by up to five minutes otherwise.
 */
export function endSessionsWith({ contextFor }: Opened<IdentityServices>) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    const ended = endedBy(ctx);
    if (!ended) return;
    await transaction<IdentityServices, void>(contextFor(), (context: Context) =>
      endSession(context, ended.accountId, ended.sid),
    );
  };
}

function endedBy({ oidc }: KoaContextWithOIDC): { accountId: string; sid: string } | null {
  if (!oidc) return null;
  const { route, session } = oidc;
  if (route === "end_session_confirm" && session?.accountId && "destroyed" in session)
    return { accountId: session.accountId, sid: session.uid };
  const token = oidc.entities.RefreshToken;
  const isTakenBack = route === "revocation" || (route === "token" && token?.consumed);
  return token?.sessionUid && token.accountId && isTakenBack
    ? { accountId: token.accountId, sid: token.sessionUid }
    : null;
}
