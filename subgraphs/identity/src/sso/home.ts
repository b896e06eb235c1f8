import type { IncomingMessage, ServerResponse } from "node:http";
import { blindIndex, isBlindIndex } from "@campus-graph/kit/auth/crypto";
import type { Refusal } from "@campus-graph/kit/refusals/refusal";
import { refusalToShow } from "@campus-graph/kit/sql/interruption";
import type Provider from "oidc-provider";
import type { IdentityConfig } from "../config.js";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { contactsOf, enabledAccountById } from "../persistence/accounts.js";
import { changePassword } from "../use-cases/change-password.js";
import { signOutEverywhere } from "../use-cases/sign-out-everywhere.js";
import { standingOf } from "../use-cases/standing.js";
import { homePage, signedOutEverywherePage } from "./pages/home-pages.js";
import { sendPage } from "./pages/layout.js";
import { alertOf, statusOf } from "./pages/refusal-alert.js";
import { lostPage } from "./pages/session-pages.js";
import { readForm } from "./read-form.js";
import { type BrowserSession, sessionOf } from "./session-of.js";

/** Where mails lead to. */
export const homePath = "/sso";

/** The client by which the home page signs people in: it asks for nothing but that they are. */
export const homeClient = "sign-in-page";

interface Request {
  request: IncomingMessage;
  response: ServerResponse;
  contextFor: (viewer: Partial<IdentityContext["viewer"]>) => IdentityContext;
}

/**
 * The page of somebody who came without an app, such as by the link in a mail: they sign in, are told what they may do
 * next, and can choose a password and sign out everywhere.
 */
export function createHome(provider: Provider, config: IdentityConfig): (request: Request) => Promise<void> {
  const signIn = new URLSearchParams({
    client_id: homeClient,
    response_type: "none",
    scope: "openid",
    redirect_uri: `${config.publicUrl}${homePath}`,
  });
  return async ({ request, response, contextFor }) => {
    const { searchParams } = new URL(request.url ?? homePath, config.publicUrl);
    const session = await sessionOf(provider, request, response);
    const account = session && (await enabledAccountById(contextFor({}), session.accountId));
    if (!account) {
      const { language } = contextFor({}).viewer;
      if (searchParams.has("error")) return sendPage(response, 400, lostPage(language));
      return redirect(response, `/sso/auth?${signIn}`);
    }
    const context = contextFor(await viewerOf(contextFor({}), account, session));
    const page = { account: contactsOf(context, account), mustChoose: account.mustChangePassword };
    const show = (status: number, refusal: Refusal | null) =>
      sendPage(
        response,
        status,
        homePage({
          ...page,
          language: context.viewer.language,
          roles: account.rolesAt(context.clock.now()).map(({ role }) => role),
          guard: guardOf(context, session),
          isSaved: searchParams.has("saved"),
          alert: refusal && alertOf(refusal, context.viewer.language),
        }),
      );
    if (request.method !== "POST") return show(200, null);
    try {
      await act(context, session, response, await readForm(request));
    } catch (error) {
      const refusal = refusalToShow(error);
      if (!refusal) throw error;
      show(statusOf(refusal), refusal);
    }
  };
}

async function act(
  context: IdentityContext,
  session: BrowserSession,
  response: ServerResponse,
  form: URLSearchParams,
): Promise<void> {
  // A form that another site sent, or an older session's, changes nothing.
  if (!isGuard(context, session, form)) return redirect(response, homePath);
  if (form.get("step") === "sign-out-everywhere") {
    await signOutEverywhere(context);
    return sendPage(response, 200, signedOutEverywherePage(context.viewer.language));
  }
  await changePassword(context, {
    currentPassword: form.get("current-password") ?? "",
    newPassword: form.get("password") ?? "",
  });
  redirect(response, `${homePath}?saved`);
}

/** Who acts on a page of a person's own account. */
export async function viewerOf(
  context: IdentityContext,
  account: Account,
  { uid }: BrowserSession,
): Promise<Partial<IdentityContext["viewer"]>> {
  const { roles, assurance, secondFactor } = await standingOf(context, account, uid);
  return { subject: account.id, session: uid, roles, assurance, ...(secondFactor ? { secondFactor } : {}) };
}

export function guardOf({ keys }: IdentityContext, session: BrowserSession): string {
  return blindIndex(keys.ring("cookie"), guarded(session));
}

/** Whether the form came from this session's own page, be it from before a rotation of keys. */
export function isGuard({ keys }: IdentityContext, session: BrowserSession, form: URLSearchParams): boolean {
  return isBlindIndex(keys.ring("cookie"), guarded(session), form.get("guard") ?? "");
}

function guarded({ uid }: BrowserSession): string {
  return `home form of ${uid}`;
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, "cache-control": "no-store" }).end();
}
