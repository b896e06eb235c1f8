import { ownScope } from "@campus-graph/kit/auth/viewer";
import type { Opened } from "@campus-graph/kit/subgraph";
import type { Client, KoaContextWithOIDC } from "oidc-provider";
import { claimsOf as claimsOfStanding } from "../access-tokens.js";
import type { IdentityServices } from "../context.js";
import { isOwnProgram, linkableScopes, type PartnerScope, programScopes } from "../domain/partner.js";
import { enabledAccountById } from "../persistence/accounts.js";
import { findPartner } from "../persistence/partners.js";
import { standingOf } from "../use-cases/standing.js";

/** What is read here of the provider's tokens. */
interface Token {
  kind: string;
  clientId?: string | undefined;
  accountId?: string;
  sessionUid?: string;
  grantId?: string;
  scope?: string;
}

/**
 * What a program that asks at this moment can be given: a partner in its own name what it is registered for, and by its
 * guardian's consent what can be consented to. The city's own programs ask for nothing: see `nameScopes`.
 */
export async function scopesToGive(
  { database }: Opened<IdentityServices>,
  { oidc }: KoaContextWithOIDC,
  { clientId }: Client,
): Promise<readonly PartnerScope[]> {
  if (isOwnProgram(clientId)) return [];
  const partner = await findPartner(database.em.fork(), clientId);
  if (!partner) return [];
  return oidc.params?.grant_type === "client_credentials"
    ? partner.scopes.filter((scope) => programScopes.has(scope))
    : linkableScopes(partner);
}

/** What the gateway reads of an access token: the session it belongs to, the roles, and how sure we are. */
export async function claimsOf(
  { contextFor }: Opened<IdentityServices>,
  token: Token,
): Promise<Record<string, unknown> | undefined> {
  if (token.kind === "ClientCredentials") return { roles: [{ role: "PARTNER" }], assurance: "signed-in" };
  const context = contextFor();
  const account = token.accountId ? await enabledAccountById(context, token.accountId) : null;
  if (!account) return undefined;
  const isOwn = isOwnProgram(token.clientId ?? "");
  const standing = await standingOf(context, account, isOwn ? (token.sessionUid ?? null) : null);
  if (isOwn) return { sid: token.sessionUid, ...claimsOfStanding(standing) };
  // A wallet acts for a guardian, whatever else that person is, and has seen no second factor of theirs.
  const roles = standing.roles.filter(({ role }) => role === "GUARDIAN");
  return { sid: token.grantId, assurance: standing.assurance, roles };
}

/** The scopes of a token (RFC 9068): all for the city's own programs; for others what was given. */
export async function nameScopes(
  { database }: Opened<IdentityServices>,
  { kind, clientId = "", scope }: Token,
  jwt: { payload: Record<string, unknown> },
): Promise<void> {
  if (isOwnProgram(clientId)) jwt.payload.scope = ownScope;
  else if (kind === "ClientCredentials" && !scope) {
    // A partner that names none means all that it is registered for.
    const partner = await findPartner(database.em.fork(), clientId);
    jwt.payload.scope = partner?.scopes.filter((each) => programScopes.has(each)).join(" ") || undefined;
  }
}
