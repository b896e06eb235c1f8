/** So long an owner can think better of it. */
export const undoDeletionMs = 14 * 24 * 60 * 60_000;

/** That an owner wishes to be here no longer. */
export interface AccountDeletion {
  requestedAt: Date;
  /** When what is personal is destroyed. */
  destroysAt: Date;
}

/** Where the mailed link leads. */
export function undoDeletionUrlOf(publicUrl: string, secret: string): string {
  return `${publicUrl}/sso/restore?link=${secret}`;
}
