import type { Opened } from "@campus-graph/kit/subgraph";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { IdentityServices } from "../context.js";
import type { FactorMethod } from "../domain/second-factor.js";
import { noteGivenFactor } from "../persistence/session-factors.js";

/** Writes down in which session a sign-in's second factor was given: the session is known only once the provider has opened it. */
export function noteFactorsWith({ contextFor }: Opened<IdentityServices>) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    const { oidc } = ctx;
    const login = oidc?.route === "resume" ? oidc.result?.login : undefined;
    // As it was kept with the interaction, in JSON.
    const factor = login?.factor as { method: FactorMethod; givenAt: string } | undefined;
    const { session } = oidc ?? {};
    if (!login || !factor || !session?.accountId || session.accountId !== login.accountId) return;
    const { accountId, uid: sid } = session;
    const givenAt = new Date(factor.givenAt);
    await noteGivenFactor(contextFor(), { sid, accountId, method: factor.method, givenAt });
  };
}
