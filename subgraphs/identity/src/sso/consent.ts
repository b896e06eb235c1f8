import type { IncomingMessage, ServerResponse } from "node:http";
import { blindIndex, isBlindIndex } from "@campus-graph/kit/auth/crypto";
import type Provider from "oidc-provider";
import type { InteractionResults } from "oidc-provider";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { linkableScopes, type Partner, type PartnerScope } from "../domain/partner.js";
import { accountById, contactsOf } from "../persistence/accounts.js";
import { findPartner } from "../persistence/partners.js";
import { linkWallet } from "../use-cases/link-wallet.js";
import { graphResource } from "./clients.js";
import { consentPage, noGuardianPage } from "./pages/consent-page.js";
import { sendPage } from "./pages/layout.js";
import { lostPage } from "./pages/session-pages.js";
import { readForm } from "./read-form.js";

export interface ConsentRequest {
  context: IdentityContext;
  provider: Provider;
  request: IncomingMessage;
  response: ServerResponse;
  /** The provider's interaction: its id, and what the program asked for. */
  uid: string;
  params: Readonly<Record<string, unknown>>;
  accountId: string | undefined;
}

/** What is to be agreed to: who asks, what for, and whom. */
interface Asked {
  account: Account;
  partner: Partner;
  scopes: readonly PartnerScope[];
}

/**
 * The page on which a guardian agrees that a wallet may read their bills and get their notices. Nobody agrees unseen: it
 * comes at each link, in no frame, and counts only by the button of this very page.
 */
export async function askForConsent(asking: ConsentRequest): Promise<void> {
  const { context, request, response, uid } = asking;
  const { language } = context.viewer;
  const asked = await whatIsAsked(asking);
  if (!asked) return sendPage(response, 400, lostPage(language));
  const { account, partner, scopes } = asked;
  const action = `/sso/interaction/${uid}`;
  const guard = blindIndex(context.keys.ring("cookie"), guarded(uid, account));
  const form = request.method === "POST" ? await readForm(request) : null;
  if (form && !isBlindIndex(context.keys.ring("cookie"), guarded(uid, account), form.get("guard") ?? ""))
    return redirect(response, action);
  if (form?.get("step") === "decline") return finish(asking, { error: "access_denied" });
  if (!mayLink(account) || scopes.length === 0)
    return sendPage(response, 200, noGuardianPage({ language, action, guard, partnerName: partner.name }));
  if (form?.get("step") === "agree") return agree(asking, asked);
  const { name, email } = contactsOf(context, account);
  const page = { language, action, guard, partnerName: partner.name, scopes, name, email };
  sendPage(response, 200, consentPage({ ...page, returnsTo: hostOf(asking.params) }));
}

async function whatIsAsked({ context, params, accountId }: ConsentRequest): Promise<Asked | null> {
  const account = accountId ? await accountById(context, accountId) : null;
  const partner = await findPartner(context.em, String(params.client_id));
  if (!account || !partner || partner.suspendedAt !== null) return null;
  const asked = new Set(String(params.scope ?? "").split(" "));
  return { account, partner, scopes: linkableScopes(partner).filter((scope) => asked.has(scope)) };
}

/** A wallet is for a guardian's bills, and is given to nobody by one who has yet to choose a password of their own. */
function mayLink({ roles, mustChangePassword }: Account): boolean {
  return !mustChangePassword && roles.some(({ role }) => role === "GUARDIAN");
}

async function agree(asking: ConsentRequest, { account, partner, scopes }: Asked): Promise<void> {
  const { context, provider, params } = asking;
  const grant = new provider.Grant({ clientId: partner.clientId, accountId: account.id });
  if (String(params.scope).split(" ").includes("openid")) grant.addOIDCScope("openid");
  grant.addResourceScope(graphResource, scopes.join(" "));
  const grantId = await grant.save();
  const viewer = { ...context.viewer, subject: account.id, clientId: "sign-in-page" };
  await linkWallet({ ...context, viewer }, { grantId, accountId: account.id, partner, scopes });
  await finish(asking, { consent: { grantId } });
}

async function finish(
  { provider, request, response }: ConsentRequest,
  result: InteractionResults,
): Promise<void> {
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
}

/** What a form's guard is the HMAC of: no other site can know it, nor send it with another person's sign-in. */
function guarded(uid: string, { id }: Account): string {
  return `consent of ${id} in ${uid}`;
}

function hostOf({ redirect_uri }: ConsentRequest["params"]): string {
  return new URL(String(redirect_uri)).host;
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, "cache-control": "no-store" }).end();
}
