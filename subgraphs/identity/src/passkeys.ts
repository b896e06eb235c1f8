import { isIP } from "node:net";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";

/** A passkey as it is kept: what its answers are checked with. */
export interface PasskeyCredential {
  credentialId: string;
  /** COSE, in base64url. */
  publicKey: string;
  signCount: number;
  transports: readonly string[];
}

export interface PasskeyOwner {
  accountId: string;
  login: string;
  name: string;
}

/** Passkeys of this site, and of no other: a browser binds each to the host it was made at. */
export interface Passkeys {
  /** An address in numbers can have none (WebAuthn §5.1.2). */
  readonly isOffered: boolean;
  registration(
    owner: PasskeyOwner,
    known: readonly PasskeyCredential[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON>;
  /** The new passkey; null where the answer is not one to this question, at this site, by a person who was verified. */
  checkRegistration(answer: unknown, challenge: string): Promise<PasskeyCredential | null>;
  authentication(known: readonly PasskeyCredential[]): Promise<PublicKeyCredentialRequestOptionsJSON>;
  /** Its new count; null as above, and where the count went back, as a copied key's does. */
  checkAuthentication(
    answer: unknown,
    challenge: string,
    credential: PasskeyCredential,
  ): Promise<number | null>;
}

const timeoutMs = 5 * 60_000;

export function createPasskeys(publicUrl: string, siteName: string): Passkeys {
  const { origin, hostname } = new URL(publicUrl);
  const expected = (challenge: string) => ({
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostname,
    requireUserVerification: true,
  });
  return {
    isOffered: isIP(hostname.replace(/^\[|\]$/g, "")) === 0,
    registration: ({ accountId, login, name }, known) =>
      generateRegistrationOptions({
        rpName: siteName,
        rpID: hostname,
        userID: new Uint8Array(Buffer.from(accountId)),
        userName: login,
        userDisplayName: name,
        timeout: timeoutMs,
        attestationType: "none",
        excludeCredentials: known.map(named),
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      }),
    async checkRegistration(answer, challenge) {
      const response = answer as RegistrationResponseJSON;
      const { registrationInfo, verified } = await verifyRegistrationResponse({
        response,
        ...expected(challenge),
      }).catch(whenRefused);
      if (!verified || !registrationInfo) return null;
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
      return {
        credentialId: id,
        publicKey: Buffer.from(publicKey).toString("base64url"),
        signCount: counter,
        transports,
      };
    },
    authentication: (known) =>
      generateAuthenticationOptions({
        rpID: hostname,
        timeout: timeoutMs,
        userVerification: "required",
        allowCredentials: known.map(named),
      }),
    async checkAuthentication(answer, challenge, { credentialId, publicKey, signCount }) {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: answer as AuthenticationResponseJSON,
        ...expected(challenge),
        credential: {
          id: credentialId,
          publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")),
          counter: signCount,
        },
      }).catch(whenRefused);
      return verified && authenticationInfo ? authenticationInfo.newCounter : null;
    },
  };
}

function named({ credentialId, transports }: PasskeyCredential) {
  return { id: credentialId, transports: [...transports] };
}

/** The library throws for whatever is wrong with an answer, and it reads nothing but what it is given. */
function whenRefused() {
  return { verified: false, registrationInfo: undefined, authenticationInfo: undefined } as const;
}

/** The challenge that an answer says it is to, and the passkey it says it is by; null for what is no answer. */
export function readAnswer(answer: unknown): { credentialId: string; challenge: string } | null {
  if (typeof answer !== "object" || answer === null) return null;
  const { id, response } = answer as { id?: unknown; response?: { clientDataJSON?: unknown } };
  if (typeof id !== "string" || typeof response?.clientDataJSON !== "string") return null;
  try {
    const text = Buffer.from(response.clientDataJSON, "base64url").toString("utf8");
    const { challenge } = JSON.parse(text) as { challenge?: unknown };
    return typeof challenge === "string" ? { credentialId: id, challenge } : null;
  } catch {
    return null;
  }
}
