/** A browser that is signed in to the city's own apps: by an account, or by a code as an applicant. */
export class CookieSession {
  /** Of the secret that the cookie holds, which stands nowhere. */
  readonly digest: string;
  readonly kind: "ACCOUNT" | "APPLICANT";
  readonly subjectId: string;
  /** An account's: that of the single sign-on session it was opened by. An applicant's: its own. */
  readonly sid: string;
  /** An applicant's address, sealed for this row. */
  readonly verifiedEmail: string | null;
  /** An applicant's may be good for one application alone. */
  readonly applicationId: string | null;
  readonly openedAt: Date;
  readonly usedAt: Date;
  readonly expiresAt: Date;

  constructor(session: Omit<CookieSession, "usedAt" | "expiresAt">) {
    this.digest = session.digest;
    this.kind = session.kind;
    this.subjectId = session.subjectId;
    this.sid = session.sid;
    this.verifiedEmail = session.verifiedEmail;
    this.applicationId = session.applicationId;
    this.openedAt = session.openedAt;
    this.usedAt = session.openedAt;
    this.expiresAt = new Date(session.openedAt.getTime() + longestMs[session.kind]);
  }
}

const dayMs = 24 * 60 * 60_000;

/** From its opening: an account's as long as single sign-on keeps its own, an applicant's as long as their token. */
export const longestMs = { ACCOUNT: 14 * dayMs, APPLICANT: 30 * dayMs } as const;

/** So long after its last use a cookie opens nothing any more: one that was copied and put aside is worth nothing then. */
export const idleMs = 7 * dayMs;
