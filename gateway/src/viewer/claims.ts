import {
  type Assurance,
  assurances,
  ownScope,
  type Role,
  type SecondFactor,
  type ViewerRole,
} from "@campus-graph/kit/auth/viewer";
import type { JWTPayload } from "jose";
import type { TokenHolder } from "./tokens.js";

/** What an access token's claims say; null when they say nothing that the graph understands. */
export function readSignedIn(claims: JWTPayload): TokenHolder["viewer"] | null {
  const assurance = claims.assurance ?? "signed-in";
  if (!isAccountAssurance(assurance)) return null;
  return {
    subject: text(claims.sub),
    session: text(claims.sid),
    assurance,
    ...readSecondFactor(assurance, claims),
    roles: readRoles(claims.roles),
    clientId: text(claims.client_id),
    // A token that names no scope opens nothing.
    scopes: text(claims.scope)?.split(" ") ?? [],
    applicationId: null,
    verifiedEmail: null,
  };
}

/** An applicant has verified one address and has no account yet. */
export function readApplicant(claims: JWTPayload): TokenHolder["viewer"] | null {
  return {
    subject: text(claims.sub),
    session: text(claims.sid),
    assurance: "applicant",
    roles: [],
    // Of one who is known by a cookie: the app that holds it.
    clientId: text(claims.client_id),
    // Applicants' tokens are the city's own and go to nobody else's program.
    scopes: [ownScope],
    applicationId: text(claims.application_id),
    verifiedEmail: text(claims.verified_email),
  };
}

function isAccountAssurance(value: unknown): value is Assurance {
  const ofAccounts: readonly unknown[] = assurances.slice(assurances.indexOf("must-change-password"));
  return ofAccounts.includes(value);
}

/** `auth_time` is when it was given (OpenID Connect Core §2). */
function readSecondFactor(
  assurance: Assurance,
  { auth_time, second_factor }: JWTPayload,
): { secondFactor?: SecondFactor } {
  if (assurance === "second-factor" && typeof auth_time === "number")
    return { secondFactor: { givenAt: auth_time * 1_000 } };
  return second_factor === "waived" ? { secondFactor: "waived" } : {};
}

function readRoles(value: unknown): ViewerRole[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((held: unknown) => {
    if (typeof held !== "object" || held === null || !("role" in held) || typeof held.role !== "string")
      return [];
    const school =
      "schoolCode" in held && typeof held.schoolCode === "string" ? { schoolCode: held.schoolCode } : {};
    return [{ role: held.role as Role, ...school }];
  });
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
