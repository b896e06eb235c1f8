/**
 * What a program that is not the city's own may be let do: read bills, get the notices of bills, tell of payments. The
 * first two are a guardian's to give to a wallet, the first and the last the city's to give to a partner. What the city's
 * own programs act within is `ownScope`.
 */
export const grantableScopes = ["bills:read", "notices:subscribe", "payments:notify"] as const;
export type GrantableScope = (typeof grantableScopes)[number];
