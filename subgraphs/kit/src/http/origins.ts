import type { Mode } from "../ops/config.js";
import type { EnvironmentReader } from "../ops/environment.js";

/** Origins of pages that may use the graph from a browser, beside its own; the gateway and sign-in read the same list. */
export interface AllowedOrigins {
  /** As browsers write them: scheme, host, port, no slash. */
  readonly listed: ReadonlySet<string>;
  /** Whether a page of any port of this machine may: those who try the demo, and tests, serve their page from wherever. */
  readonly anyLoopbackPort: boolean;
}

/** What whoever reads allowed origins declares. */
export const originVariables = {
  ALLOWED_ORIGINS:
    "origins of browser apps that may use the graph beside its own pages and those of `APP_REDIRECT_URIS`: `https://app.example,https://other.example`. In the demo any port of `localhost` and `127.0.0.1` may as well",
  APP_REDIRECT_URIS:
    "where else than at `PUBLIC_URL` and on loopback sign-in may return a browser or an app to, divided by spaces",
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `ALLOWED_ORIGINS`, and the origins of the redirect URIs of browser clients: `APP_REDIRECT_URIS`. Both are lists, divided
 * by spaces or commas. Throws on what is no origin.
 */
export function readAllowedOrigins(environment: Environment, mode: Mode): AllowedOrigins {
  const listed = entriesOf(environment.ALLOWED_ORIGINS).map(checkedOrigin);
  return {
    listed: new Set([...listed, ...entriesOf(environment.APP_REDIRECT_URIS).flatMap(webOriginOf)]),
    anyLoopbackPort: mode !== "production",
  };
}

/** The same, where a service reads its configuration: what is no origin is reported with all else that is wrong. */
export function readOrigins(
  read: EnvironmentReader<"ALLOWED_ORIGINS">,
  given: Environment,
  mode: Mode,
): AllowedOrigins {
  try {
    return readAllowedOrigins(given, mode);
  } catch (error) {
    if (!(error instanceof NoOrigin)) throw error;
    const remedy = "Write scheme, host and port only, such as ALLOWED_ORIGINS=https://app.example";
    read.problem("ALLOWED_ORIGINS", error.message, remedy, {
      what: `ALLOWED_ORIGINS 中的「${error.entry}」不是網頁來源（origin）。`,
      remedy: "請只寫通訊協定、主機與埠，例如 ALLOWED_ORIGINS=https://app.example",
    });
    return readAllowedOrigins({}, mode);
  }
}

/** `origin`: a request's header of that name. */
export function isAllowedOrigin({ listed, anyLoopbackPort }: AllowedOrigins, origin: string): boolean {
  return listed.has(origin) || (anyLoopbackPort && loopbackOrigin.test(origin));
}

const loopbackOrigin = /^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/;

function entriesOf(list = ""): string[] {
  return list.split(/[\s,]+/).filter((entry) => entry !== "");
}

function checkedOrigin(entry: string): string {
  if (URL.canParse(entry) && new URL(entry).origin === entry.replace(/\/$/, "")) return new URL(entry).origin;
  throw new NoOrigin(entry);
}

class NoOrigin extends Error {
  constructor(readonly entry: string) {
    super(`ALLOWED_ORIGINS names “${entry}”, which is no origin.`);
  }
}

/**
 * An app's own scheme has no origin, and no browser page behind it: "null", as a URL's parser writes that, is what
 * sandboxed frames of anybody's page send.
 */
export function webOriginOf(redirectUri: string): string[] {
  if (!URL.canParse(redirectUri)) return [];
  const { protocol, origin } = new URL(redirectUri);
  return protocol === "https:" || protocol === "http:" ? [origin] : [];
}
