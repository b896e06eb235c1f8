import type { Opened } from "@campus-graph/kit/subgraph";
import { interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";
import type { IdentityServices } from "../context.js";
import { isLoopback } from "../domain/loopback.js";
import { isOwnProgram } from "../domain/partner.js";
import { secondFactorAcr } from "../domain/second-factor.js";
import { accountById } from "../persistence/accounts.js";
import { standingOf } from "../use-cases/standing.js";

/**
 * When the sign-in page is shown. The city's own apps ask for no consent, and within a session they sign in unseen; but
 * any program on a device can listen on a loopback port in an app's name, so there the person is met each time
 * (RFC 8252 §8.6). A partner's program is never let in unseen: each time its guardian is told what it may do, and agrees.
 * (RFC 8252 §8.6). A session is not enough either where a second factor is wanted that it has not seen.
 */
export function signInPolicy(publicUrl: string, { contextFor }: Opened<IdentityServices>) {
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
  policy
    .get("consent")
    ?.checks.add(
      new interactionPolicy.Check(
        "wallet_not_consented",
        "A wallet is linked by its guardian's word.",
        ({ oidc }) =>
          oidc.client !== undefined &&
          !isOwnProgram(oidc.client.clientId) &&
          oidc.result?.consent?.grantId === undefined,
      ),
    );
  policy.get("login")?.checks.add(
    new interactionPolicy.Check(
      "second_factor_asked",
      "The app asks for a second factor, and none was given.",
      ({ oidc }) => {
        const wasMet = oidc.result?.login !== undefined;
        const asked = String(oidc.params?.acr_values ?? "").split(" ");
        return !wasMet && asked.includes(secondFactorAcr) && oidc.session?.acr !== secondFactorAcr;
      },
    ),
  );
  policy.get("login")?.checks.add(
    new interactionPolicy.Check("second_factor_due", "Staff must show a second factor.", async ({ oidc }) => {
      const { accountId, uid } = oidc.session ?? {};
      if (oidc.result?.login !== undefined || !accountId || !uid) return false;
      const context = contextFor();
      const account = await accountById(context, accountId);
      return account !== null && (await standingOf(context, account, uid)).isFactorDue;
    }),
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
