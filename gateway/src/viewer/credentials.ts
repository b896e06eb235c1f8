import type { IncomingMessage } from "node:http";
import { sessionCookieOf } from "@campus-graph/kit/auth/session-cookie";

/** What a request may prove its viewer by. A token is sent on purpose, so it takes precedence over the cookie; so does an empty `authorization`, which asks for nobody. */
export interface Credentials {
  readonly authorization: string | undefined;
  /** What the session cookie holds; null where there is none, or where a page of elsewhere made the browser send it. */
  readonly cookie: string | null;
}

export const noCredentials: Credentials = { authorization: undefined, cookie: null };

/** `publicUrl` null: no cookie is ours. */
export function readCredentials(request: IncomingMessage, publicUrl: string | null): Credentials {
  const { headers } = request;
  return {
    authorization: headers.authorization,
    cookie: publicUrl === null || headers.cookie === undefined ? null : sessionCookieOf(headers, publicUrl),
  };
}
