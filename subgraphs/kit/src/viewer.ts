import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { currentKey, type KeyRing, keyOf } from "./keys.js";
import type { Language } from "./refusal.js";

export type Role = "GUARDIAN" | "TEACHER" | "REGISTRAR" | "CASHIER" | "IT" | "BUREAU" | "PARTNER" | "SUPPORT";

/** How sure the graph is of who asks, weakest first. */
export const assurances = [
  "anonymous",
  "applicant",
  "must-change-password",
  "signed-in",
  "second-factor",
] as const;
export type Assurance = (typeof assurances)[number];

/** A role and the school it is held at; guardians, partners and the bureau hold theirs at none. */
export interface ViewerRole {
  role: Role;
  schoolCode?: string;
}

/** Who asks, as the gateway verified it and signed it for one subgraph. */
export interface Viewer {
  subject: string | null;
  /** The sign-in session (`sid`), by which a sign-out ends it everywhere. */
  session: string | null;
  assurance: Assurance;
  roles: readonly ViewerRole[];
  /** The program that asks: an OpenID client such as `parent-app`, or a partner such as `wallet`. */
  clientId: string | null;
  /** An applicant's token may be good for one application only. */
  applicationId: string | null;
  /** The e-mail address that the applicant's code was sent to. */
  verifiedEmail: string | null;
  address: string;
  language: Language;
}

export const anonymous: Viewer = {
  subject: null,
  session: null,
  assurance: "anonymous",
  roles: [],
  clientId: null,
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
  const nonce = randomBytes(12).toString("base64url");
  const mac = signature(currentKey(ring), parts, viewer, parts.traceId, String(now), nonce);
  return {
    [viewerHeader]: viewer,
    [traceHeader]: parts.traceId,
    [signatureHeader]: `${ring.current}.${now}.${nonce}.${mac.toString("base64url")}`,
  };
}

/** A verified request: who asks, its trace, and the nonce by which a mutation is known to come once. */
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
  const given = Buffer.from(mac, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return { viewer: decodeViewer(viewer), traceId, nonce };
}

function signature(
  key: Buffer,
  parts: Omit<SignedParts, "viewer" | "traceId">,
  viewer: string,
  traceId: string,
  time: string,
  nonce: string,
): Buffer {
  const bodyDigest = parts.body === null ? "-" : createHash("sha256").update(parts.body).digest("base64url");
  const mac = createHmac("sha256", key);
  // Each part is framed by its length, so that no two different requests give the same bytes.
  for (const part of [parts.audience, parts.method, parts.path, bodyDigest, viewer, traceId, time, nonce])
    mac.update(`${Buffer.byteLength(part)}:${part}`);
  return mac.digest();
}

function encodeViewer(viewer: Viewer): string {
  return Buffer.from(JSON.stringify(viewer)).toString("base64url");
}

function decodeViewer(header: string): Viewer {
  return JSON.parse(Buffer.from(header, "base64url").toString()) as Viewer;
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
