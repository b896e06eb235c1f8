import { setTimeout as held } from "node:timers/promises";
import { GraphFailure, Unreachable } from "@campus-graph/clients/failure";
import type { Session } from "@campus-graph/clients/session";
import { SignInRefused } from "@campus-graph/clients/sign-in-refused";
import type { TokenSource } from "@campus-graph/clients/tokens";

const patience = 120_000;

/** Asks until there is an answer: what a client does who must know whether something was done. */
export async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isWorthAnotherTry(error) || Date.now() > until) throw error;
      await held(20 + Math.random() * 80);
    }
  }
}

/** Somebody on the way was gone. A refusal is an answer, and the request is not repeated. */
function isWorthAnotherTry(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  if (error instanceof GraphFailure)
    return error.code === "SUBGRAPH_UNAVAILABLE" || error.code === "TRY_AGAIN";
  // Half a sign-in shows pages of all kinds; only this one means the person.
  if (error instanceof SignInRefused) return error.code !== "SIGN_IN_WRONG";
  // fetch() itself, where a token is requested.
  return error instanceof TypeError;
}

/** A person's tokens, who signs in again when the session was lost with a copy that died while renewing it. */
export function lastingTokens(signIn: () => Promise<Session>): TokenSource {
  let session: Promise<Session> | undefined;
  const token = async (read: (held: Session) => Promise<string | undefined>): Promise<string | undefined> => {
    session ??= persistently(signIn);
    const used = session;
    const found = await persistently(async () => read(await used));
    if (found) return found;
    if (session === used) session = undefined;
    return token((fresh) => fresh.current());
  };
  return { current: () => token((held) => held.current()), renew: () => token((held) => held.renew()) };
}
