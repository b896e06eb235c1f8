import { interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

export const isLoopback = (hostname: string): boolean => loopback.has(hostname);

/**
 * When the sign-in page is shown. The city's own apps ask for no consent, and within a session they sign in unseen; but
 * any program on a device can listen on a loopback port in an app's name, so there the person is met each time
 * (RFC 8252 §8.6).
 */
export function signInPolicy(publicUrl: string) {
  const policy = interactionPolicy.base();
  policy.get("consent")?.checks.remove("native_client_prompt");
  policy.get("login")?.checks.add(
    new interactionPolicy.Check(
      "app_not_assured",
      "An app on this device must meet the person.",
      ({ oidc }) => {
        const wasMet = oidc.result?.login !== undefined;
        return !wasMet && !isAssured(returnAddressOf({ oidc }), publicUrl);
      },
    ),
  );
  return policy;
}

function returnAddressOf({ oidc }: Pick<KoaContextWithOIDC, "oidc">): string {
  const { redirect_uri } = oidc.params ?? {};
  return typeof redirect_uri === "string" ? redirect_uri : "";
}

/** Nobody but the app answers at an https address, nor at the door's own. */
function isAssured(returnAddress: string, publicUrl: string): boolean {
  const { hostname, origin } = new URL(returnAddress);
  return !isLoopback(hostname) || origin === new URL(publicUrl).origin;
}
