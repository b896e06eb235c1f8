/** An approved request that waits for the owner of the account whose national ID it names. */
export interface PersonLink {
  readonly id: string;
  readonly requestId: string;
  readonly accountId: string;
  readonly appliedAt: Date;
  readonly expiresAt: Date;
  /** Null until it is answered; what has expired is answered with a no. */
  readonly accepted: boolean | null;
}

/** How long the owner has to answer. */
export const personLinkLifeMs = 14 * 24 * 60 * 60_000;
