import { createHash } from "node:crypto";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { anonymous, signRequest, type Viewer, type ViewerRole } from "@campus-graph/kit/auth/viewer";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";

/** What every subject must do beside answering: verify who asks, and sign what it fetches. */
export interface Trust {
  /** Throws for a token that is missing or not believed. Verified ones are remembered until they expire, as ours are. */
  viewerOf(authorization: string | undefined): Promise<Viewer>;
  /** The headers by which a subgraph believes that the gateway asks. */
  sign(subgraph: string, url: URL, body: string, viewer: Viewer): Record<string, string>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The same trust for every peer, from `KEYS_FILE`, `PUBLIC_URL` and `IDENTITY_URL`. */
export async function createTrust(environment: Environment): Promise<Trust> {
  const keys = readKeys(environment.KEYS_FILE!);
  const issuer = `${environment.PUBLIC_URL}/sso`;
  const sign = (audience: string, method: string, path: string, body: string | null, viewer: Viewer) =>
    signRequest(keys.ring(`viewer:${audience}`), {
      audience,
      method,
      path,
      body,
      viewer,
      traceId: newTraceId(),
    });

  const { host, protocol } = new URL(environment.PUBLIC_URL!);
  const answer = await fetch(new URL("/sso/jwks", environment.IDENTITY_URL), {
    headers: {
      ...sign("identity", "GET", "/sso/jwks", null, anonymous),
      "x-forwarded-host": host,
      "x-forwarded-proto": protocol.slice(0, -1),
    },
  });
  if (!answer.ok) throw new Error(`identity gives no keys: ${answer.status} ${await answer.text()}`);
  const keySet = createLocalJWKSet((await answer.json()) as JSONWebKeySet);
  const known = new Map<string, { viewer: Viewer; expiresAt: number }>();

  return {
    async viewerOf(authorization = "") {
      const token = authorization.slice("Bearer ".length);
      const digest = createHash("sha256").update(token).digest("base64");
      const before = known.get(digest);
      if (before && before.expiresAt > Date.now()) return before.viewer;
      const { payload } = await jwtVerify(token, keySet, { issuer, audience: "campus-graph", typ: "at+jwt" });
      const viewer: Viewer = {
        ...anonymous,
        subject: payload.sub ?? null,
        session: String(payload.sid),
        assurance: "signed-in",
        roles: payload.roles as ViewerRole[],
        clientId: String(payload.client_id),
      };
      known.set(digest, { viewer, expiresAt: payload.exp! * 1_000 });
      return viewer;
    },
    sign: (subgraph, url, body, viewer) =>
      sign(subgraph, "POST", `${url.pathname}${url.search}`, body, viewer),
  };
}

function newTraceId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
