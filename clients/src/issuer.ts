import { Unreachable } from "./failure.js";

/** The graph's single sign-on as one copy of the graph shows it. */
export interface Issuer {
  /** What tokens and assertions call it. */
  name: string;
  authorize: URL;
  token: URL;
  revoke: URL;
}

interface Metadata {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  revocation_endpoint: string;
}

/** Reads the discovery document. Its endpoints are then called at `url` itself, which may be one copy of several. */
export async function findIssuer(url: string): Promise<Issuer> {
  const document = new URL("/sso/.well-known/openid-configuration", url);
  const response = await fetch(document).catch((cause: Error) => {
    throw new Unreachable(`${url} cannot be reached.`, false, { cause });
  });
  if (!response.ok) throw new Unreachable(`${document} answered ${response.status}.`, false);
  const metadata = (await response.json().catch((cause: Error) => {
    throw new Unreachable(`${document} is no discovery document.`, false, { cause });
  })) as Metadata;
  const here = (endpoint: string) => new URL(new URL(endpoint).pathname, url);
  return {
    name: metadata.issuer,
    authorize: here(metadata.authorization_endpoint),
    token: here(metadata.token_endpoint),
    revoke: here(metadata.revocation_endpoint),
  };
}
