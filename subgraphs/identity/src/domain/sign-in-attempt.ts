/** One sign-in, or try at one, as its account's owner sees it. */
export interface SignInAttempt {
  id: string;
  at: Date;
  succeeded: boolean;
  /** The app that it was for. */
  client: string;
  address: string;
  /** As the browser names itself (RFC 9110, User-Agent). */
  agent: string;
}
