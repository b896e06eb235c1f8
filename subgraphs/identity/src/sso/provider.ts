import type { KeyRing } from "@campus-graph/kit/auth/keys";
import type { Opened } from "@campus-graph/kit/subgraph";
import Provider, {
  type Configuration,
  errors,
  type KoaContextWithOIDC,
  type Account as ProviderAccount,
} from "oidc-provider";
import { graphAudience, tokenEnd } from "../access-tokens.js";
import type { IdentityConfig } from "../config.js";
import type { IdentityServices } from "../context.js";
import type { Account } from "../domain/account.js";
import { isOwnProgram } from "../domain/partner.js";
import { passwordAcr, secondFactorAcr } from "../domain/second-factor.js";
import { linkIdleS, linkLifeS } from "../domain/wallet-link.js";
import { enabledAccountById } from "../persistence/accounts.js";
import { privateKeysOf } from "../signing-keys.js";
import { PostgresAdapter } from "./adapter.js";
import { clientsOf, graphResource } from "./clients.js";
import { endReusedWith, endSessionsWith } from "./ended-sessions.js";
import { explainAssertionsTo } from "./explain-assertion.js";
import { bindCookiesToHost, providerCookies } from "./host-cookies.js";
import { noteDevicesWith } from "./note-devices.js";
import { noteFactorsWith } from "./note-factors.js";
import { clientBasedCORS } from "./origins.js";
import { errorPage } from "./pages/error-page.js";
import { notFoundPage, signedOutPage, signOutPage } from "./pages/session-pages.js";
import { PartnerClients } from "./partner-clients.js";
import { deriveSuccessors } from "./refresh-tokens.js";
import { signInPolicy } from "./sign-in-policy.js";
import { claimsOf, nameScopes, scopesToGive } from "./token-claims.js";

const minuteS = 60;
const dayS = 24 * 60 * minuteS;

/**
 * The OpenID Connect provider behind /sso. Its own pages are ours; its items lie in PostgreSQL, so one that is made anew for
 * other keys goes on where the one before stood.
 */
export function createProvider(config: IdentityConfig, opened: Opened<IdentityServices>): Provider {
  const provider = new Provider(`${config.publicUrl}/sso`, configurationOf(config, opened));
  // The gateway in front says by which host and protocol it was asked.
  provider.proxy = true;
  bindCookiesToHost(provider, config.publicUrl);
  deriveSuccessors(provider, config.keys.ring("code"));
  provider.use(explainAssertionsTo(`${config.publicUrl}/sso`));
  provider.use(endSessionsWith(opened));
  provider.use(noteDevicesWith(opened));
  provider.use(noteFactorsWith(opened));
  provider.use(notFoundPage);
  provider.on("server_error", (_, error) => opened.log.error({ err: error }, "single sign-on failed"));
  return provider;
}

function configurationOf(config: IdentityConfig, opened: Opened<IdentityServices>): Configuration {
  const { keys } = config;
  const freshEm = () => opened.database.em.fork();
  return {
    adapter: (model: string) =>
      model === "Client"
        ? new PartnerClients(freshEm)
        : new PostgresAdapter(model, freshEm, keys, endReusedWith(opened)),
    clients: clientsOf(config),
    clientBasedCORS: clientBasedCORS(config),
    clientDefaults: { id_token_signed_response_alg: "ES256" },
    clientAuthMethods: ["none", "private_key_jwt"],
    jwks: privateKeysOf(keys.jwks("ssoJwks")) as never,
    scopes: ["openid", "offline_access"],
    acrValues: [passwordAcr, secondFactorAcr],
    responseTypes: ["code", "none"],
    pkce: { required: () => true },
    cookies: {
      keys: cookieKeys(keys.ring("cookie")),
      names: providerCookies(config.publicUrl),
      long: { httpOnly: true, sameSite: "lax", signed: true },
      short: { httpOnly: true, sameSite: "lax", signed: true },
    },
    ttl: {
      AccessToken: (ctx) => secondsOfToken(ctx.oidc.account as SignedInAccount | undefined, opened),
      ClientCredentials: 5 * minuteS,
      AuthorizationCode: minuteS,
      IdToken: 5 * minuteS,
      Interaction: 60 * minuteS,
      Session: 14 * dayS,
      Grant: (_, { clientId }) => (isOwnProgram(clientId ?? "") ? 14 * dayS : linkLifeS),
      RefreshToken: (_, __, client) => (isOwnProgram(client.clientId) ? 14 * dayS : linkIdleS),
    },
    interactions: {
      url: (_, { uid }) => `/sso/interaction/${uid}`,
      policy: signInPolicy(config.publicUrl, opened),
    },
    rotateRefreshToken: true,
    // A wallet goes on when its guardian closes the browser; what ends it is the end of its link.
    expiresWithSession: async (_, { clientId, scopes }) =>
      isOwnProgram(clientId ?? "") && !scopes.has("offline_access"),
    issueRefreshToken: async (_, client) => client.grantTypeAllowed("refresh_token"),
    findAccount: async (_, accountId) => {
      const account = await enabledAccountById(opened.contextFor(), accountId);
      return account
        ? ({ accountId, account, claims: () => ({ sub: accountId }) } satisfies SignedInAccount)
        : undefined;
    },
    loadExistingGrant: grantWithoutAsking,
    extraTokenClaims: (_, token) => claimsOf(opened, token),
    formats: { customizers: { jwt: async (_, token, jwt) => nameScopes(opened, token, jwt) } },
    renderError: (ctx, _, error) => errorPage(ctx, error, config),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: {
        enabled: true,
        allowedPolicy: async (_, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: { enabled: true, logoutSource: signOutPage, postLogoutSuccessSource: signedOutPage },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => graphResource,
        useGrantedResource: () => true,
        async getResourceServerInfo(ctx, resource, client) {
          if (resource !== graphResource) throw new errors.InvalidTarget();
          return {
            scope: (await scopesToGive(opened, ctx, client)).join(" "),
            audience: graphAudience,
            accessTokenFormat: "jwt",
            accessTokenTTL: 5 * minuteS,
            jwt: { sign: { alg: "ES256" } },
          };
        },
      },
    },
  };
}

/** The current key signs; cookies signed by an older one of the ring are still believed. */
function cookieKeys({ current, keys }: KeyRing): string[] {
  const newestFirst = [current, ...Object.keys(keys).filter((id) => id !== current)];
  return newestFirst.flatMap((id) => keys[id]?.toString("base64url") ?? []);
}

/**
 * The city's own apps need no consent page: whoever signs in to one wants to use it. Another's program has what was just
 * agreed to on that page, and nothing from before.
 */
async function grantWithoutAsking({ oidc }: KoaContextWithOIDC) {
  const { provider, client, session } = oidc;
  if (!client || !session?.accountId) return undefined;
  if (!isOwnProgram(client.clientId)) {
    const agreed = oidc.result?.consent?.grantId;
    return agreed === undefined ? undefined : await provider.Grant.find(agreed);
  }
  const known = session.grantIdFor(client.clientId);
  const kept = known ? await provider.Grant.find(known) : undefined;
  if (kept) return kept;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid offline_access");
  await grant.save();
  return grant;
}

/** What the provider keeps of who signs in, while it answers one request. */
interface SignedInAccount extends ProviderAccount {
  account: Account;
}

/** How long an access token lives. A whole second is the least that the provider knows. */
function secondsOfToken(signedIn: SignedInAccount | undefined, { contextFor }: Opened<IdentityServices>) {
  if (!signedIn) return 5 * minuteS;
  const now = contextFor().clock.now();
  return Math.max(1, Math.floor((tokenEnd(signedIn.account, now).getTime() - now.getTime()) / 1_000));
}
