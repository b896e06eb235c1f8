import type { ViewerRole } from "@campus-graph/kit/auth/viewer";

/** AUTHENTICATOR: an app that shows a new code every half minute. PASSKEY: a key that a device keeps (WebAuthn). */
export type SecondFactorKind = "AUTHENTICATOR" | "PASSKEY";

/** By what a second factor was shown. */
export type FactorMethod = SecondFactorKind | "RECOVERY_CODE";

/** One of the things by which a person shows who they are, beside the password. */
export interface EnrolledFactor {
  id: string;
  kind: SecondFactorKind;
  /** As its owner calls it; empty for an authenticator, of which there is one. */
  name: string;
  since: Date;
  usedAt: Date | null;
}

/** That a second factor was given, and when. */
export interface GivenFactor {
  method: FactorMethod;
  givenAt: Date;
}

/** What a person's name for a passkey may hold. */
export const longestFactorName = 60;

/** Nobody has more devices than this; and a page of them stays a page. */
export const mostPasskeys = 20;

/** Whoever holds a role other than a guardian's works for a school or the city. */
export function isStaff(roles: readonly ViewerRole[]): boolean {
  return roles.some(({ role }) => isStaffRole(role));
}

export function isStaffRole(role: ViewerRole["role"]): boolean {
  return role !== "GUARDIAN" && role !== "PARTNER";
}

/** How single sign-on says how sure it is (OpenID Connect Core, `acr`). */
export const passwordAcr = "urn:campus-graph:acr:password";
export const secondFactorAcr = "urn:campus-graph:acr:second-factor";

const methodsOf: Readonly<Record<FactorMethod, string>> = {
  AUTHENTICATOR: "otp",
  RECOVERY_CODE: "otp",
  PASSKEY: "pop",
};

/** By which methods somebody showed who they are (RFC 8176, `amr`). */
export function amrOf(firstBy: "password" | "code" | null, method: FactorMethod | null): string[] {
  const first = firstBy === null ? [] : [firstBy === "code" ? "otp" : "pwd"];
  return method === null ? first : [...new Set([...first, methodsOf[method], "mfa"])];
}
