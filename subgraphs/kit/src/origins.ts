import type { Mode } from "./config.js";

/** Origins of pages that may use the graph from a browser, beside its own; the gateway and sign-in read the same list. */
export interface AllowedOrigins {
  /** As browsers write them: scheme, host, port, no slash. */
  readonly listed: ReadonlySet<string>;
  /** Whether a page of any port of this machine may: those who try the demo serve their page from wherever. */
  readonly anyLoopbackPort: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `ALLOWED_ORIGINS`, and the origins of the redirect URIs of browser clients: `APP_REDIRECT_URIS`. Both are lists, divided
 * by spaces or commas. Throws on what is no origin.
 */
export function readAllowedOrigins(environment: Environment, mode: Mode): AllowedOrigins {
  const listed = entriesOf(environment.ALLOWED_ORIGINS).map(checkedOrigin);
  return {
    listed: new Set([...listed, ...entriesOf(environment.APP_REDIRECT_URIS).flatMap(webOriginOf)]),
    anyLoopbackPort: mode === "demo",
  };
}

/** `origin`: as a request's header of that name says. */
export function isAllowedOrigin({ listed, anyLoopbackPort }: AllowedOrigins, origin: string): boolean {
  return listed.has(origin) || (anyLoopbackPort && loopbackOrigin.test(origin));
}

const loopbackOrigin = /^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/;

function entriesOf(list = ""): string[] {
  return list.split(/[\s,]+/).filter((entry) => entry !== "");
}

function checkedOrigin(entry: string): string {
  if (URL.canParse(entry) && new URL(entry).origin === entry.replace(/\/$/, "")) return new URL(entry).origin;
  throw new Error(
    `ALLOWED_ORIGINS names “${entry}”, which is no origin. Write scheme, host and port only, such as https://app.example.`,
  );
}

/** An app's own scheme has no origin, and no browser page behind it. */
function webOriginOf(redirectUri: string): string[] {
  if (!URL.canParse(redirectUri)) return [];
  const { protocol, origin } = new URL(redirectUri);
  return protocol === "https:" || protocol === "http:" ? [origin] : [];
}
