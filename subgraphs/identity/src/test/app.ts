import { sessionCookieName } from "@campus-graph/kit/auth/session-cookie";
import { anonymous } from "@campus-graph/kit/auth/viewer";
import { Browser } from "./browser.js";
import { demoPassword, type Identity } from "./given.js";

/** What `/session` answers. */
export interface Shown {
  kind: string;
  subjectId: string | null;
  displayName: string | null;
  email: string | null;
  assurance: string;
  mustChangePassword: boolean;
  expiresAt: string | null;
  code?: string;
  message?: string;
}

/** A page of the city's own apps in a browser: it holds no token, only what the browser keeps for it. */
export class App extends Browser {
  constructor(identity: Identity, options: Browser["options"] = {}) {
    super(identity, { redirectUri: `${identity.publicUrl}/parent/`, ...options });
  }

  /** As far as the sign-in page, or back to the app. */
  async beginSignIn(search = "?returnTo=/parent/bills"): Promise<this> {
    await this.visit(`/session/sign-in${search}`);
    return this;
  }

  async signInByCookie(login: string, { remember = false } = {}): Promise<this> {
    await this.beginSignIn();
    if (this.step === "password")
      await this.submit("password", {
        login,
        password: demoPassword,
        ...(remember ? { remember: "on" } : {}),
      });
    if (!this.arrival) throw new Error(`The sign-in stands still: ${this.text}`);
    return this;
  }

  get secret(): string {
    return this.cookie(sessionCookieName(this.identity.publicUrl)) ?? "";
  }

  async session(headers: Record<string, string> = { "sec-fetch-site": "same-origin" }): Promise<Shown> {
    return JSON.parse((await this.send("GET", "/session", undefined, headers)).text) as Shown;
  }

  async post(
    path: string,
    body: object = {},
    headers: Record<string, string> = { origin: this.identity.publicUrl },
  ) {
    const type = { "content-type": "application/json" };
    const answer = await this.send("POST", path, JSON.stringify(body), { ...type, ...headers });
    return { status: answer.status, headers: answer.headers, body: JSON.parse(answer.text) as Shown };
  }
}

interface Traded {
  token: string;
  expiresAt: string;
  sessionEndsAt: string;
}

/** What a gateway is given for a cookie. */
export async function trade(identity: Identity, cookie: string): Promise<Traded | null> {
  const answer = await identity.post("/internal/session-token", { cookie }, anonymous);
  return ((await answer.json()) as { traded: Traded | null }).traded;
}
