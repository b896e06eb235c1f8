/** A browser that is signed in to the city's own apps: by an account, or by a code as an applicant. */
export interface CookieSession {
  kind: "ACCOUNT" | "APPLICANT";
  subjectId: string;
  /** An account's: that of the single sign-on session it was opened by. An applicant's: its own. */
  sid: string;
  verifiedEmail: string | null;
  /** An applicant's may be good for one application alone. */
  applicationId: string | null;
  openedAt: Date;
  expiresAt: Date;
}

const dayMs = 24 * 60 * 60_000;

/** From its opening: an account's as long as single sign-on keeps its own, an applicant's as long as their token. */
export const longestMs = { ACCOUNT: 14 * dayMs, APPLICANT: 30 * dayMs } as const;

/** So long after its last use a cookie opens nothing any more: one that was copied and put aside is worth nothing then. */
export const idleMs = 7 * dayMs;
