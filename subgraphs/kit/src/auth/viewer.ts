import { createHmac, hash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Language } from "../refusals/refusal.js";
import { currentKey, type KeyRing, keyOf } from "./keys.js";

export type Role = "GUARDIAN" | "TEACHER" | "REGISTRAR" | "CASHIER" | "IT" | "BUREAU" | "PARTNER" | "SUPPORT";

/** How sure the graph is of the caller, weakest first. */
export const assurances = [
  "anonymous",
  "applicant",
  "must-change-password",
  "signed-in",
  "second-factor",
] as const;
export type Assurance = (typeof assurances)[number];

/**
 * When the caller last gave a second factor in this session, in milliseconds; `waived`: they have enrolled none, and the
 * city asks nobody for one, as in the demo.
 */
export type SecondFactor = { readonly givenAt: number } | "waived";

/** A role and the school it is held at; guardians, partners and the bureau hold theirs at none. */
export interface ViewerRole {
  readonly role: Role;
  readonly schoolCode?: string;
}

/** The caller, as the gateway verified it and signed it for one subgraph. */
export interface Viewer {
  readonly subject: string | null;
  /** The sign-in session (`sid`), by which a sign-out ends it everywhere. */
  readonly session: string | null;
  readonly assurance: Assurance;
  /** None: no second factor was given, and none is waived. */
  readonly secondFactor?: SecondFactor;
  readonly roles: readonly ViewerRole[];
  /** The calling program: an OpenID client such as `parent-app`, or a partner such as `wallet`. */
  readonly clientId: string | null;
  /** What that program may do for its person: `campus` for the city's own, else what it was given (`scopes.ts` beside). */
  readonly scopes: readonly string[];
  /** An applicant's token may be good for one application only. */
  readonly applicationId: string | null;
  /** The e-mail address that the applicant's code was sent to. */
  readonly verifiedEmail: string | null;
  readonly address: string;
  readonly language: Language;
  /** What was taken from them and may not be gone everywhere yet: no subgraph answers before it has acted on it. */
  readonly withdrawals?: readonly Withdrawal[];
}

/** An event that took something away from a subject. */
export interface Withdrawal {
  readonly eventId: string;
  readonly type: string;
}

/** With 503: something was taken from the viewer that the subgraph has yet to act on. */
export const behindAnswer = { error: "BEHIND" } as const;

/** What the city's own programs act within: everything that their person may do. */
export const ownScope = "campus";

export const anonymous: Viewer = {
  subject: null,
  session: null,
  assurance: "anonymous",
  roles: [],
  clientId: null,
  // Who comes without a token comes through no program that anything could be kept from.
  scopes: [ownScope],
  applicationId: null,
  verifiedEmail: null,
  address: "127.0.0.1",
  language: "zh-TW",
};

export const viewerHeader = "x-campus-viewer";
export const traceHeader = "x-campus-trace";
export const signatureHeader = "x-campus-signature";

/** How old a signature may be, and how far two clocks may differ. */
export const signatureLifeMs = 30_000;

/** What a signature covers. `body` null: a streamed forward, whose body is not part of the signature. */
export interface SignedParts {
  audience: string;
  method: string;
  path: string;
  body: string | Buffer | null;
  viewer: Viewer;
  traceId: string;
}

/** The headers that make a subgraph believe a request: the viewer, the trace id, and an HMAC over both and the request. */
export function signRequest(ring: KeyRing, parts: SignedParts, now = Date.now()): Record<string, string> {
  const viewer = encodeViewer(parts.viewer);
  const nonce = nextNonce();
  const mac = signature(currentKey(ring), parts, viewer, parts.traceId, String(now), nonce);
  return {
    [viewerHeader]: viewer,
    [traceHeader]: parts.traceId,
    [signatureHeader]: `${ring.current}.${now}.${nonce}.${mac}`,
  };
}

/**
 * A socket carries subscriptions of many viewers, so each `subscribe` message is signed by itself as if it were a
 * request of this method: over what {@link subscribeBody} gives, its headers in `extensions.signed`.
 */
export const subscribeMethod = "SUBSCRIBE";

export interface SubscribeRequest {
  query: string;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What stands for a body; the same however often it was written as JSON and read again. */
export function subscribeBody({ query, operationName, variables }: SubscribeRequest): string {
  return JSON.stringify([query, operationName ?? null, variables ?? {}]);
}

/** A verified request: its viewer, its trace, and the nonce by which a mutation is known to come once. */
export interface Verified {
  viewer: Viewer;
  traceId: string;
  nonce: string;
}

/** Null when the signature is missing, forged, too old, or for another subgraph. The caller answers 401. */
export function verifyRequest(
  ring: KeyRing,
  parts: Omit<SignedParts, "viewer" | "traceId">,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  now = Date.now(),
): Verified | null {
  const viewer = headers[viewerHeader];
  const traceId = headers[traceHeader];
  const sent = headers[signatureHeader];
  if (typeof viewer !== "string" || typeof traceId !== "string" || typeof sent !== "string") return null;
  const [keyId, time, nonce, mac, ...rest] = sent.split(".");
  if (!keyId || !time || !nonce || !mac || rest.length > 0) return null;
  const key = keyOf(ring, keyId);
  if (!key || !(Math.abs(now - Number(time)) <= signatureLifeMs)) return null;
  const expected = signature(key, parts, viewer, traceId, time, nonce);
  if (!isSame(mac, expected)) return null;
  return { viewer: decodeViewer(viewer), traceId, nonce };
}

/**
 * Nobody but we can make a signature, so a nonce need not be guessed, only come once: a beginning that is this
 * process's own, and a number. Drawing 12 random bytes for each request cost as much as its HMAC.
 */
const nonceOfProcess = randomBytes(12).toString("base64url");
let nonces = 0;

function nextNonce(): string {
  nonces += 1;
  return `${nonceOfProcess}${nonces.toString(36)}`;
}

function signature(
  key: Buffer,
  parts: Omit<SignedParts, "viewer" | "traceId">,
  viewer: string,
  traceId: string,
  time: string,
  nonce: string,
): string {
  const bodyDigest = parts.body === null ? "-" : hash("sha256", parts.body, "base64url");
  let framed = "";
  // Each part is framed by its length, so that no two different requests give the same bytes.
  for (const part of [parts.audience, parts.method, parts.path, bodyDigest, viewer, traceId, time, nonce])
    framed += `${part.length}:${part}`;
  return createHmac("sha256", key).update(framed).digest("base64url");
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** A viewer makes many requests; as long as the object lives, it is serialised once. */
const written = new WeakMap<Viewer, string>();

function encodeViewer(viewer: Viewer): string {
  const known = written.get(viewer);
  if (known !== undefined) return known;
  const header = Buffer.from(JSON.stringify(viewer)).toString("base64url");
  written.set(viewer, header);
  return header;
}

function decodeViewer(header: string): Viewer {
  return JSON.parse(Buffer.from(header, "base64url").toString()) as Viewer;
}

/**
 * Whether the viewer comes through a program that is not the city's own: it is let nothing that no row of a permission
 * table names for it.
 */
export function isForeignProgram({ scopes }: Pick<Viewer, "scopes">): boolean {
  // A gateway from before scopes sends none: nothing is let rather than everything.
  return !scopes?.includes(ownScope);
}

/** Whether the viewer holds the role, and where a school is named, holds it there. */
export function hasRole(viewer: Viewer, role: Role, schoolCode?: string): boolean {
  return viewer.roles.some(
    (held) => held.role === role && (schoolCode === undefined || held.schoolCode === schoolCode),
  );
}

/** Whether the viewer is at least that sure to be who they say. */
export function atLeast(viewer: Viewer, assurance: Assurance): boolean {
  return assurances.indexOf(viewer.assurance) >= assurances.indexOf(assurance);
}
