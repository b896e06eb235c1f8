import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";

/** A browser's session with single sign-on. */
export interface BrowserSession {
  accountId: string;
  uid: string;
  /** Whether 記住我 was chosen. */
  outlivesBrowser: boolean;
}

/** Null: nobody is signed in here. */
export async function sessionOf(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<BrowserSession | null> {
  const { accountId, uid, transient } = await provider.Session.get(provider.createContext(request, response));
  return accountId ? { accountId, uid, outlivesBrowser: !transient } : null;
}
