/** A place where a person is signed in. */
export interface OpenSession {
  sid: string;
  /** The app that it was opened for; empty where that was not written down yet. */
  client: string;
  since: Date;
  lastSeenAt: Date;
  address: string;
  /** As the browser names itself (RFC 9110, User-Agent). */
  agent: string;
}

/** The device as it said of itself. */
export type Device = Pick<OpenSession, "address" | "agent">;

/** What a browser says of itself is cut there. */
export const longestAgent = 300;
