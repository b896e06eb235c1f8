import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";

/** A browser's session with single sign-on. */
export interface BrowserSession {
  accountId: string;
  uid: string;
}

/** Null: nobody is signed in here. */
export async function sessionOf(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<BrowserSession | null> {
  const { accountId, uid } = await provider.Session.get(provider.createContext(request, response));
  return accountId ? { accountId, uid } : null;
}
