import type { IncomingMessage, ServerResponse } from "node:http";
import { secondFactorFreshMs } from "@campus-graph/kit/auth/permissions";
import { MustChangePassword, type Refusal, SecondFactorRequired } from "@campus-graph/kit/refusals/refusal";
import { refusalToShow } from "@campus-graph/kit/sql/interruption";
import type Provider from "oidc-provider";
import type { IdentityConfig } from "../config.js";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import type { GivenFactor } from "../domain/second-factor.js";
import { accountById } from "../persistence/accounts.js";
import { noteGivenFactor } from "../persistence/session-factors.js";
import {
  beginEnrolment,
  confirmEnrolment,
  type Enrolled,
  enrolPasskey,
} from "../use-cases/enrol-second-factor.js";
import { questionNewPasskey, questionPasskey } from "../use-cases/question-passkey.js";
import { removeSecondFactor } from "../use-cases/remove-second-factor.js";
import { renewRecoveryCodes } from "../use-cases/renew-recovery-codes.js";
import { seeSecondFactors } from "../use-cases/see-second-factors.js";
import { standingOf } from "../use-cases/standing.js";
import { stepUp } from "../use-cases/step-up.js";
import { guardOf, homePath, isGuard, redirect, viewerOf } from "./home.js";
import { type FactorsPage, factorsPage, newCodesPage } from "./pages/factors-pages.js";
import { sendPage, sendPageWithScripts } from "./pages/layout.js";
import { alertOf, statusOf } from "./pages/refusal-alert.js";
import { scriptsPath } from "./pages/second-factor-parts.js";
import { readForm } from "./read-form.js";
import { type BrowserSession, sessionOf } from "./session-of.js";
import { readJson, shownIn } from "./show-factor.js";

export const factorsPath = "/sso/second-factor";

interface Arrival {
  request: IncomingMessage;
  response: ServerResponse;
  contextFor: (viewer: Partial<IdentityContext["viewer"]>) => IdentityContext;
}

/** A post to the page, with who sends it. */
interface FactorsRequest {
  context: IdentityContext;
  response: ServerResponse;
  account: Account;
  session: BrowserSession;
  form: URLSearchParams;
}

/** Where people look after their second factor. Whoever has one shows it first, within five minutes of any change. */
export function createFactorsPage(
  provider: Provider,
  { publicUrl }: IdentityConfig,
): (arrival: Arrival) => Promise<void> {
  return async ({ request, response, contextFor }) => {
    const session = await sessionOf(provider, request, response);
    const account = session && (await accountById(contextFor({}), session.accountId));
    if (!session || !account) return redirect(response, homePath);
    const context = contextFor(await viewerOf(contextFor({}), account, session));
    const { searchParams } = new URL(request.url ?? factorsPath, publicUrl);
    const form = new URLSearchParams();
    const show = async (status: number, refusal: Refusal | null) => {
      const page = await pageOf({ context, response, account, session, form }, searchParams, refusal);
      sendPageWithScripts(response, status, factorsPage(page), `${publicUrl}${scriptsPath}`);
    };
    if (account.mustChangePassword) return redirect(response, homePath);
    if (request.method !== "POST") return show(200, null);
    try {
      const sent = await readForm(request);
      // A form that another site sent, or an older session's, changes nothing.
      if (!isGuard(context, session, sent)) return redirect(response, factorsPath);
      await handle({ context, response, account, session, form: sent });
    } catch (error) {
      const refusal = refusalToShow(error);
      if (!refusal) throw error;
      await show(statusOf(refusal), refusal);
    }
  };
}

type Handler = (request: FactorsRequest) => Promise<void>;

/** What each form does. Only showing a second factor needs none that is fresh. */
const handlers: Readonly<Record<string, Handler>> = {
  "confirm-authenticator": async (request) => {
    const { context, account, form } = request;
    await takeEnrolled(request, await confirmEnrolment(context, account.id, form.get("code") ?? ""));
  },
  "add-passkey": async (request) => {
    const { context, account, form } = request;
    const answer = readJson(form.get("answer") ?? "");
    await takeEnrolled(
      request,
      await enrolPasskey(context, account.id, { answer, name: form.get("name") ?? "" }),
    );
  },
  remove: async ({ context, response, account, form }) => {
    await removeSecondFactor(context, account.id, form.get("id") ?? "");
    redirect(response, `${factorsPath}?saved`);
  },
  renew: async ({ context, response, account }) => {
    showCodes(context, response, await renewRecoveryCodes(context, account.id));
  },
};

async function handle(request: FactorsRequest): Promise<void> {
  const { context, response, account, session, form } = request;
  const step = form.get("step") ?? "";
  if (step === "give") {
    await stepUp(context, { accountId: account.id, sid: session.uid }, shownIn(form));
    return redirect(response, factorsPath);
  }
  if (account.mustChangePassword) throw new MustChangePassword();
  if (!(await mayChange(request)))
    throw new SecondFactorRequired({ freshForSeconds: secondFactorFreshMs / 1_000 });
  const handler = Object.hasOwn(handlers, step) ? handlers[step] : undefined;
  await (handler ? handler(request) : redirect(response, factorsPath));
}

/** Whoever has none yet needs none to begin with; everybody else one that was given just now. */
async function mayChange({
  context,
  account,
  session,
}: Pick<FactorsRequest, "context" | "account" | "session">): Promise<boolean> {
  const { factors } = await seeSecondFactors(context, account.id);
  if (factors.length === 0) return true;
  const { given } = await standingOf(context, account, session.uid);
  return given !== null && context.clock.now().getTime() - given.givenAt.getTime() <= secondFactorFreshMs;
}

async function takeEnrolled(request: FactorsRequest, { given, recoveryCodes }: Enrolled): Promise<void> {
  const { context, response } = request;
  await note(request, given);
  if (recoveryCodes) showCodes(context, response, recoveryCodes);
  else redirect(response, `${factorsPath}?saved`);
}

function note({ context, account, session }: FactorsRequest, given: GivenFactor): Promise<void> {
  return noteGivenFactor(context, { sid: session.uid, accountId: account.id, ...given });
}

function showCodes(context: IdentityContext, response: ServerResponse, codes: readonly string[]): void {
  sendPage(response, 200, newCodesPage(context.viewer.language, codes));
}

async function pageOf(
  request: FactorsRequest,
  query: URLSearchParams,
  refusal: Refusal | null,
): Promise<FactorsPage> {
  const { context, account, session } = request;
  const { language } = context.viewer;
  const isOpen = await mayChange(request);
  const shown = await seeSecondFactors(context, account.id);
  const adds = isOpen && (query.has("authenticator") || shown.factors.length === 0);
  return {
    ...shown,
    language,
    guard: guardOf(context, session),
    isSaved: query.has("saved"),
    alert: refusal && alertOf(refusal, language),
    isOpen,
    giving: isOpen ? null : await questionPasskey(context, account.id),
    authenticator: adds ? await beginEnrolment(context, account) : null,
    newPasskey: isOpen ? await questionNewPasskey(context, account) : null,
  };
}
