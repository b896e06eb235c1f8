import { createHash, randomBytes } from "node:crypto";
import { Cookies } from "./cookies.js";
import { findIssuer } from "./issuer.js";
import { readAlert, readForm } from "./page.js";
import { refusalIn, requestTokens, Session } from "./session.js";
import { SignInRefused } from "./sign-in-refused.js";

export interface SignInOptions {
  /** The graph's address, e.g. `http://localhost:4000`. */
  url: string;
  /** E-mail, mobile number or the name one chose. */
  login: string;
  password: string;
  /** Called when the sign-in mails a code, as it does for an initial password. Resolves to the code in the mail. */
  askCode?: () => Promise<string>;
  /** Called when the sign-in asks for a second factor. Resolves to the authenticator's code, or to a recovery code. */
  askSecondFactor?: () => Promise<string>;
  /** Of the words in which a sign-in is refused; zh-TW. */
  language?: "zh-TW" | "en";
  /** The app that signs in. */
  clientId?: string;
  /** Registered for the app. It is never opened: the code is taken from the redirect that leads there. */
  redirectUri?: string;
}

/** More pages than any sign-in has: beyond, two pages send each other round in circles. */
const mostPages = 12;

/**
 * Signs a person in as their browser would: authorization code with PKCE (RFC 6749, RFC 7636), the graph's own pages
 * filled in and sent over HTTP. Throws `SignInRefused` with the page's own words.
 */
export async function signIn(options: SignInOptions): Promise<Session> {
  const { url, clientId = "parent-app", redirectUri = "http://127.0.0.1/callback" } = options;
  const issuer = await findIssuer(url);
  const verifier = randomBytes(32).toString("base64url");
  const state = randomBytes(16).toString("base64url");
  const start = new URL(issuer.authorize);
  start.search = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    scope: "openid",
    redirect_uri: redirectUri,
    state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  }).toString();

  const arrival = await walkThroughPages(start, redirectUri, options);
  if (arrival.searchParams.get("state") !== state)
    throw new SignInRefused("invalid_state", "The answer belongs to another sign-in.");
  const code = arrival.searchParams.get("code");
  if (!code) throw refusalIn(Object.fromEntries(arrival.searchParams));
  const grant = {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  };
  return new Session(issuer, clientId, await requestTokens(issuer, { client_id: clientId, ...grant }));
}

/** Follows redirects and fills in forms until the way leads to the app's own address. */
async function walkThroughPages(start: URL, redirectUri: string, options: SignInOptions): Promise<URL> {
  const cookies = new Cookies();
  let address = start;
  let form: URLSearchParams | undefined;
  for (let page = 0; page < mostPages; page++) {
    const response = await fetch(address, {
      method: form ? "POST" : "GET",
      body: form ?? null,
      redirect: "manual",
      headers: { cookie: cookies.headerFor(address), "accept-language": options.language ?? "zh-TW" },
    });
    cookies.keep(response.headers);
    const location = response.headers.get("location");
    if (location) {
      const next = new URL(location, address);
      if (next.href.startsWith(redirectUri)) return next;
      address = new URL(next.pathname + next.search, address);
      form = undefined;
      continue;
    }
    const html = await response.text();
    const found = readForm(html);
    const alert = readAlert(html);
    if (!found || (form && alert))
      throw new SignInRefused(alert?.code ?? "REFUSED", alert?.text ?? `The page said ${response.status}.`);
    address = new URL(found.action || address.pathname, address);
    form = await fillIn(found.fields, options);
  }
  throw new SignInRefused("REFUSED", "The sign-in went round in circles.");
}

async function fillIn(
  fields: ReadonlyMap<string, string>,
  { login, password, askCode, askSecondFactor }: SignInOptions,
): Promise<URLSearchParams> {
  const step = fields.get("step") ?? "";
  if (step.startsWith("enrol-"))
    throw new SignInRefused("SECOND_FACTOR_NOT_SET_UP", "Sign in at /sso first, to set up a second factor.");
  const filled = new URLSearchParams([...fields]);
  for (const name of fields.keys()) {
    if (name === "login") filled.set(name, login);
    if (name === "password") filled.set(name, password);
    if (name === "code" && step === "second-factor") {
      if (!askSecondFactor)
        throw new SignInRefused("SECOND_FACTOR_REQUIRED", "The sign-in asks for a second factor.");
      filled.set(name, await askSecondFactor());
    } else if (name === "code") {
      if (!askCode) throw new SignInRefused("CODE_NEEDED", "The sign-in asks for the code that it mailed.");
      filled.set(name, await askCode());
    }
  }
  return filled;
}
