import { createHash, randomBytes } from "node:crypto";
import { anonymous, signRequest } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { decodeJwt } from "jose";
import { appAddress, type Identity, keys } from "./given.js";

/** What came back for one request. */
export interface Arrived {
  status: number;
  headers: Headers;
  text: string;
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
  id_token: string;
}

export interface AccessClaims {
  iss: string;
  aud: string;
  sub: string;
  sid?: string;
  client_id: string;
  assurance: string;
  roles: { role: string; schoolCode?: string }[];
  exp: number;
  iat: number;
}

export const claimsOf = ({ access_token }: Pick<Tokens, "access_token">) =>
  decodeJwt<AccessClaims>(access_token);

/** The step of the sign-in that a page stands for. */
export const stepOf = ({ text }: Arrived) => /data-step="([^"]+)"/.exec(text)?.[1];
export const alertOf = ({ text }: Arrived) => /role="alert" data-code="([^"]+)"/.exec(text)?.[1];

/** A browser on its way through the sign-in, by real HTTP, with the gateway's part (signing, forwarding) played here. */
export class Browser {
  readonly #cookies = new Map<string, { value: string; path: string; outlivesBrowser: boolean }>();
  readonly #verifier = randomBytes(32).toString("base64url");
  /** The sign-in page that the browser shows. */
  page: { path: string; answer: Arrived } | null = null;
  /** The app's address that the sign-in led to. */
  arrival: URL | null = null;

  constructor(
    readonly identity: Identity,
    readonly options: {
      address?: string;
      language?: "zh-TW" | "en";
      redirectUri?: string;
      agent?: string;
    } = {},
  ) {}

  async send(
    method: string,
    path: string,
    form?: Record<string, string> | string,
    headers: Record<string, string> = {},
  ): Promise<Arrived> {
    const { address = "127.0.0.1", language = "zh-TW", agent = "a test" } = this.options;
    const viewer = { ...anonymous, address, language };
    const signed = signRequest(keys().ring("viewer"), {
      audience: "identity",
      method,
      path,
      body: null,
      viewer,
      traceId: newId(),
    });
    const front = new URL(this.identity.publicUrl);
    const response = await fetch(`${this.identity.running.url}${path}`, {
      method,
      redirect: "manual",
      ...(form ? { body: typeof form === "string" ? form : new URLSearchParams(form) } : {}),
      headers: {
        ...signed,
        ...headers,
        cookie: this.#cookiesFor(path),
        "accept-language": language,
        "user-agent": agent,
        "x-forwarded-host": front.host,
        "x-forwarded-proto": front.protocol.slice(0, -1),
        "x-forwarded-for": address,
      },
    });
    this.#keep(response.headers);
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** Begins a sign-in as the app would. */
  async open(parameters: Record<string, string> = {}): Promise<this> {
    this.arrival = null;
    const query = new URLSearchParams({
      client_id: "parent-app",
      response_type: "code",
      scope: "openid",
      redirect_uri: this.#redirectUri,
      state: "the-state",
      code_challenge: createHash("sha256").update(this.#verifier).digest("base64url"),
      code_challenge_method: "S256",
      ...parameters,
    });
    await this.#follow("GET", `/sso/auth?${query}`);
    return this;
  }

  /** Sends the form of the page that is shown. */
  async submit(step: string, fields: Record<string, string> = {}): Promise<Arrived> {
    if (!this.page) throw new Error("The browser shows no sign-in page.");
    return this.#follow("POST", this.page.path, { step, ...fields });
  }

  /** Opens an address of single sign-on, as one who follows a link. */
  visit(path: string): Promise<Arrived> {
    this.arrival = null;
    return this.#follow("GET", path);
  }

  /** Sends a form of the page at /sso, with the guard that stands in it. */
  submitHome(step: string, fields: Record<string, string> = {}): Promise<Arrived> {
    const [, guard = ""] = /name="guard" value="([^"]+)"/.exec(this.text) ?? [];
    return this.#follow("POST", "/sso", { step, guard, ...fields });
  }

  /** Sends a form to an address of single sign-on. */
  submitTo(path: string, fields: Record<string, string>): Promise<Arrived> {
    return this.#follow("POST", path, fields);
  }

  get text(): string {
    return this.page?.answer.text ?? "";
  }

  get #redirectUri(): string {
    return this.options.redirectUri ?? appAddress;
  }

  get step(): string | undefined {
    return this.page ? stepOf(this.page.answer) : undefined;
  }

  get alert(): string | undefined {
    return this.page ? alertOf(this.page.answer) : undefined;
  }

  /** Redeems the code that the app was sent back with. */
  async tokens(): Promise<Tokens> {
    const answer = await this.redeem();
    if (answer.status !== 200) throw new Error(answer.text);
    return JSON.parse(answer.text) as Tokens;
  }

  redeem(verifier = this.#verifier): Promise<Arrived> {
    return this.send("POST", "/sso/token", {
      grant_type: "authorization_code",
      client_id: "parent-app",
      redirect_uri: this.#redirectUri,
      code: this.arrival?.searchParams.get("code") ?? "",
      code_verifier: verifier,
    });
  }

  refresh(refreshToken: string): Promise<Arrived> {
    return this.send("POST", "/sso/token", {
      grant_type: "refresh_token",
      client_id: "parent-app",
      refresh_token: refreshToken,
    });
  }

  /** Login and password, from the app's first step to its tokens. */
  async signIn(login: string, password: string, extra: Record<string, string> = {}): Promise<Tokens> {
    await this.open();
    if (!this.arrival) await this.submit("password", { login, password, ...extra });
    return this.tokens();
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)?.value;
  }

  /** Puts a cookie into the browser, as somebody might who can write to it. */
  plant(name: string, value: string): void {
    this.#cookies.set(name, { value, path: "/", outlivesBrowser: true });
  }

  /** What the browser holds, by the names of its cookies. */
  get held(): ReadonlyMap<string, string> {
    return new Map([...this.#cookies].map(([name, { value }]) => [name, value]));
  }

  /** Closes the browser and opens it again: cookies that are not kept for longer are gone. */
  restart(): void {
    for (const [name, { outlivesBrowser }] of this.#cookies) if (!outlivesBrowser) this.#cookies.delete(name);
  }

  async #follow(method: string, path: string, form?: Record<string, string>): Promise<Arrived> {
    let answer = await this.send(method, path, form);
    let at = path;
    for (let redirects = 0; answer.status === 303 || answer.status === 302; redirects++) {
      if (redirects > 10) throw new Error("The sign-in goes round in circles.");
      const next = new URL(answer.headers.get("location")!, `${this.identity.publicUrl}${at}`);
      if (next.href.startsWith(this.#redirectUri)) {
        this.arrival = next;
        this.page = null;
        return answer;
      }
      at = next.pathname + next.search;
      answer = await this.send("GET", at);
    }
    this.page = { path: at, answer };
    return answer;
  }

  #cookiesFor(path: string): string {
    const { pathname } = new URL(path, this.identity.publicUrl);
    return [...this.#cookies]
      .filter(
        ([, cookie]) => pathname === cookie.path || pathname.startsWith(cookie.path.replace(/\/?$/, "/")),
      )
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
  }

  #keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split("; ");
      const [name = "", value = ""] = pair.split(/=(.*)/s);
      const path = /path=([^;]+)/i.exec(attributes.join(";"))?.[1] ?? "/";
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, { value, path, outlivesBrowser: /; ?(expires|max-age)=/i.test(line) });
    }
  }
}
