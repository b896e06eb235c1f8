import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newId } from "@campus-graph/kit/sql/id";
import { importJWK, type JWK, SignJWT } from "jose";
import { inject } from "vitest";
import { type Arrived, Browser, type Tokens } from "./browser.js";
import { demoPassword, type Identity } from "./given.js";

const walletKey = () => {
  const file = JSON.parse(readFileSync(join(inject("keysFolder"), "wallet.json"), "utf8")) as {
    walletJwks: { keys: JWK[] };
  };
  return importJWK(file.walletJwks.keys[0]!, "ES256");
};

/** A guardian's browser that a wallet has sent to single sign-on, and the wallet's own server behind it. */
export class WalletBrowser extends Browser {
  readonly #verifier = randomBytes(32).toString("base64url");
  readonly #address: string;

  constructor(identity: Identity, options: Browser["options"] = {}) {
    const redirectUri = `${identity.publicUrl}/wallet/linked`;
    super(identity, { redirectUri, ...options });
    this.#address = redirectUri;
  }

  /** As far as the consent page. */
  async askForLink(
    login: string,
    { scope = "bills:read notices:subscribe", password = demoPassword, ...more }: Record<string, string> = {},
  ): Promise<this> {
    const code_challenge = createHash("sha256").update(this.#verifier).digest("base64url");
    await this.open({ client_id: "wallet", scope, code_challenge, ...more });
    if (this.step === "password") await this.submit("password", { login, password });
    return this;
  }

  /** Presses a button of the consent page. */
  answer(step: "agree" | "decline", guard = this.guard): Promise<Arrived> {
    return this.submit(step, { guard });
  }

  get guard(): string {
    return /name="guard" value="([^"]+)"/.exec(this.text)?.[1] ?? "";
  }

  /** The scopes that the page tells in words. */
  get told(): string[] {
    return [...this.text.matchAll(/data-scope="([^"]+)"/g)].map(([, scope]) => scope!);
  }

  async link(login: string): Promise<Tokens & { scope: string }> {
    await this.askForLink(login);
    await this.answer("agree");
    const { status, text } = await this.redeemAsWallet();
    if (status !== 200) throw new Error(text);
    return JSON.parse(text) as Tokens & { scope: string };
  }

  async redeemAsWallet(
    code = this.arrival?.searchParams.get("code") ?? "",
    verifier = this.#verifier,
  ): Promise<Arrived> {
    return this.asWallet({
      grant_type: "authorization_code",
      redirect_uri: this.#address,
      code,
      code_verifier: verifier,
    });
  }

  refreshAsWallet(refresh_token: string, more: Record<string, string> = {}): Promise<Arrived> {
    return this.asWallet({ grant_type: "refresh_token", refresh_token, ...more });
  }

  async asWallet(form: Record<string, string>): Promise<Arrived> {
    const jwt = new SignJWT({ jti: newId() })
      .setProtectedHeader({ alg: "ES256" })
      .setIssuer("wallet")
      .setSubject("wallet")
      .setAudience(`${this.identity.publicUrl}/sso`)
      .setIssuedAt()
      .setExpirationTime("1m");
    return this.send("POST", "/sso/token", {
      client_id: "wallet",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: await jwt.sign(await walletKey()),
      ...form,
    });
  }
}
