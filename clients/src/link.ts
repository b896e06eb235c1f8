import { createHash, randomBytes } from "node:crypto";
import { findIssuer } from "./issuer.js";
import { assertionOf, type Partner } from "./partner.js";
import { refusalIn, requestTokens, type TokenAnswer } from "./session.js";
import { SignInRefused } from "./sign-in-refused.js";
import type { TokenSource } from "./tokens.js";

/** What a guardian is asked to let the wallet do. */
export type LinkScope = "bills:read" | "notices:subscribe";

/** A link that was begun, to be kept on the wallet's server until the guardian comes back. */
export interface BegunLink {
  /** Where the guardian's browser goes: sign-in, and the consent page. */
  url: string;
  /** Comes back with the guardian, and says whose link it is. */
  state: string;
  /** Proof that who redeems the code is who asked for it (PKCE, RFC 7636). */
  verifier: string;
}

export interface LinkOptions {
  /** Registered for the partner. */
  redirectUri: string;
  scopes?: readonly LinkScope[];
  /** Of the consent page. */
  language?: "zh-TW" | "en";
}

const renewBeforeEndMs = 30_000;
const all: readonly LinkScope[] = ["bills:read", "notices:subscribe"];

/** Begins to link a guardian's account. */
export async function beginLink(
  partner: Partner,
  { redirectUri, scopes = all, language = "zh-TW" }: LinkOptions,
): Promise<BegunLink> {
  const issuer = await findIssuer(partner.url);
  const [verifier, state] = [randomBytes(32).toString("base64url"), randomBytes(16).toString("base64url")];
  const url = new URL(`${issuer.name}/auth`);
  url.search = new URLSearchParams({
    client_id: partner.clientId,
    response_type: "code",
    scope: scopes.join(" "),
    redirect_uri: redirectUri,
    state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ui_locales: language,
  }).toString();
  return { url: url.href, state, verifier };
}

/**
 * The guardian came back to `redirectUri` with this query. Throws `SignInRefused`: `access_denied` where they did not agree,
 * `invalid_state` for another link's answer, `invalid_issuer` for another server's (RFC 9207).
 */
export async function finishLink(
  partner: Partner,
  { state, verifier }: Pick<BegunLink, "state" | "verifier">,
  query: URLSearchParams,
  redirectUri: string,
): Promise<TokenAnswer> {
  const issuer = await findIssuer(partner.url);
  if (query.get("state") !== state)
    throw new SignInRefused("invalid_state", "The answer belongs to another link.");
  if (query.get("iss") !== issuer.name)
    throw new SignInRefused("invalid_issuer", "The answer comes from another server.");
  const code = query.get("code");
  if (!code) throw refusalIn(Object.fromEntries(query));
  return requestTokens(issuer, {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...(await assertionOf(partner, issuer.name)),
  });
}

/**
 * Tokens of a link. Each renewal brings a new refresh token, good once: `keep` writes it down before it is used, so that a
 * wallet that restarts goes on. When the guardian has ended the link there is no token any more.
 */
export function linkTokens(
  partner: Partner,
  refreshToken: string,
  keep: (refreshToken: string) => void,
): TokenSource {
  let [held, endsAt, next] = ["", 0, refreshToken];
  let renewing: Promise<string | undefined> | undefined;
  const refresh = async (): Promise<string | undefined> => {
    try {
      const issuer = await findIssuer(partner.url);
      const grant = { grant_type: "refresh_token", refresh_token: next };
      const answer = await requestTokens(issuer, { ...grant, ...(await assertionOf(partner, issuer.name)) });
      next = answer.refresh_token ?? next;
      keep(next);
      held = answer.access_token;
      endsAt = Date.now() + answer.expires_in * 1_000;
      return held;
    } catch (error) {
      if (error instanceof SignInRefused && error.code === "invalid_grant") return undefined;
      throw error;
    }
  };
  const renew = () => {
    // A refresh token that comes twice ends the link: whoever asks meanwhile shares the answer.
    renewing ??= refresh().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  return { current: async () => (endsAt - renewBeforeEndMs > Date.now() ? held : renew()), renew };
}

/** Ends the link from the wallet's side: the city forgets it. */
export async function endLink(partner: Partner, refreshToken: string): Promise<void> {
  const issuer = await findIssuer(partner.url);
  const body = new URLSearchParams({ token: refreshToken, ...(await assertionOf(partner, issuer.name)) });
  await fetch(issuer.revoke, { method: "POST", body });
}
