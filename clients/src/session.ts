import type { Issuer } from "./issuer.js";
import { SignInRefused } from "./sign-in-refused.js";
import type { TokenSource } from "./tokens.js";

/** What the token endpoint answers (RFC 6749 §5.1). */
export interface TokenAnswer {
  access_token: string;
  /** Seconds. */
  expires_in: number;
  refresh_token?: string | undefined;
  id_token?: string;
}

const renewBeforeEndMs = 30_000;

/** A person's sign-in: gives an access token that is good now, and renews it as long as the session lasts. */
export class Session implements TokenSource {
  #held: TokenAnswer;
  #endsAt: number;
  #renewing: Promise<string | undefined> | undefined;

  constructor(
    readonly issuer: Issuer,
    readonly clientId: string,
    answer: TokenAnswer,
  ) {
    this.#held = answer;
    this.#endsAt = endOf(answer);
  }

  async current(): Promise<string | undefined> {
    return this.#endsAt - renewBeforeEndMs > Date.now() ? this.#held.access_token : this.renew();
  }

  /** A new access token, with the rights as they are now. Undefined when the session is over. */
  renew(): Promise<string | undefined> {
    // A refresh token is good once, and using one twice ends the session: whoever asks meanwhile shares the answer.
    this.#renewing ??= this.#refresh().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  /** Ends the session everywhere: no copy of the graph takes its tokens any more. */
  async signOut(): Promise<void> {
    const { refresh_token } = this.#held;
    if (!refresh_token) return;
    const body = new URLSearchParams({ client_id: this.clientId, token: refresh_token });
    await fetch(this.issuer.revoke, { method: "POST", body });
    this.#held = { ...this.#held, refresh_token: undefined };
    this.#endsAt = 0;
  }

  async #refresh(): Promise<string | undefined> {
    const { refresh_token } = this.#held;
    if (!refresh_token) return undefined;
    try {
      const answer = await requestTokens(this.issuer, {
        grant_type: "refresh_token",
        client_id: this.clientId,
        refresh_token,
      });
      this.#held = { ...this.#held, ...answer };
      this.#endsAt = endOf(answer);
      return answer.access_token;
    } catch (error) {
      if (error instanceof SignInRefused && error.code === "invalid_grant") return undefined;
      throw error;
    }
  }
}

/** Asks the token endpoint. Throws `SignInRefused` with OAuth's error code. */
export async function requestTokens(issuer: Issuer, grant: Record<string, string>): Promise<TokenAnswer> {
  const response = await fetch(issuer.token, { method: "POST", body: new URLSearchParams(grant) });
  const body = (await response.json().catch(() => ({}))) as Partial<TokenAnswer> & Record<string, string>;
  if (!body.access_token)
    throw refusalIn({ ...(body as Record<string, string>), error: body.error ?? `http_${response.status}` });
  return body as TokenAnswer;
}

/** OAuth's way of saying no, as an error. */
export function refusalIn(answer: Readonly<Record<string, string>>): SignInRefused {
  const code = answer.error ?? "UNKNOWN";
  return new SignInRefused(code, answer.error_description ?? code);
}

function endOf({ expires_in }: TokenAnswer): number {
  return Date.now() + expires_in * 1000;
}
