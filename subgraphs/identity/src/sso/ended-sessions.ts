import { transaction } from "@campus-graph/kit/sql/transaction";
import type { Opened } from "@campus-graph/kit/subgraph";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { IdentityContext, IdentityServices } from "../context.js";
import { isOwnProgram } from "../domain/partner.js";
import type { EndedSession } from "../persistence/sso-items.js";
import { endSession } from "../use-cases/end-sessions.js";

/**
 * Tells the gateways when the provider ended a session: a sign-out, or a refresh token taken back. Access tokens outlive
 * it by up to five minutes otherwise.
 */
export function endSessionsWith({ contextFor }: Opened<IdentityServices>) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    const ended = endedBy(ctx);
    if (!ended) return;
    await endIn(contextFor(), ended);
  };
}

/** Ends the session of a code or refresh token that came a second time: its access tokens too. */
export function endReusedWith({ contextFor }: Opened<IdentityServices>) {
  return (ended: EndedSession) => endIn(contextFor(), ended);
}

function endIn(context: IdentityContext, { accountId, sid }: EndedSession): Promise<void> {
  return transaction<IdentityServices, void>(context, (context: IdentityContext) =>
    endSession(context, accountId, sid),
  );
}

function endedBy({ oidc }: KoaContextWithOIDC): EndedSession | null {
  if (!oidc) return null;
  const { route, session } = oidc;
  if (route === "end_session_confirm" && session?.accountId && "destroyed" in session)
    return { accountId: session.accountId, sid: session.uid };
  const token = oidc.entities.RefreshToken;
  if (route !== "revocation" || !token?.accountId) return null;
  // Of a wallet it is the link that ends, and nothing of the browser in which it was made.
  const sid = isOwnProgram(token.clientId ?? "") ? token.sessionUid : token.grantId;
  return sid ? { accountId: token.accountId, sid } : null;
}
