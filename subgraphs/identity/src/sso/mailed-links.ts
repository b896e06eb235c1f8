import type { IncomingMessage, ServerResponse } from "node:http";
import { countAttempt } from "@campus-graph/kit/auth/attempts";
import type { Refusal } from "@campus-graph/kit/refusals/refusal";
import { refusalToShow } from "@campus-graph/kit/sql/interruption";
import type { IdentityContext } from "../context.js";
import { signInAddressLimit } from "../domain/limits.js";
import { activateAccount, loginToActivate } from "../use-cases/activate-account.js";
import { contactChangeToUndo, undoContactChange } from "../use-cases/undo-contact-change.js";
import { mustUndoDeletion, undoDeletion } from "../use-cases/undo-deletion.js";
import { sendPage } from "./pages/layout.js";
import {
  activatedPage,
  activationPage,
  linkRefusedPage,
  restoredPage,
  restorePage,
  undonePage,
  undoPage,
} from "./pages/link-pages.js";
import { alertOf, statusOf } from "./pages/refusal-alert.js";
import { readForm } from "./read-form.js";

interface Arrival {
  request: IncomingMessage;
  response: ServerResponse;
  context: IdentityContext;
}

interface LinkRequest {
  context: IdentityContext;
  link: string;
  form: URLSearchParams;
}

/** What a mailed link opens: a page that changes nothing, since programs look at links too, and a form on it that does. */
interface MailedLink {
  show(request: LinkRequest, refusal: Refusal | null): Promise<string>;
  act(request: LinkRequest): Promise<string>;
}

const mailedLinks: Readonly<Record<string, MailedLink>> = {
  "/sso/activate": {
    async show({ context, link }, refusal) {
      const { language } = context.viewer;
      const login = await loginToActivate(context, link);
      return activationPage({ language, link, login, alert: refusal && alertOf(refusal, language) });
    },
    async act({ context, link, form }) {
      await activateAccount(context, { secret: link, password: form.get("password") ?? "" });
      return activatedPage(context.viewer.language);
    },
  },
  "/sso/undo": {
    async show({ context, link }, refusal) {
      const { language } = context.viewer;
      const { kind } = await contactChangeToUndo(context, link);
      return undoPage({ language, link, kind, alert: refusal && alertOf(refusal, language) });
    },
    async act({ context, link }) {
      await undoContactChange(context, link);
      return undonePage(context.viewer.language);
    },
  },
  "/sso/restore": {
    async show({ context, link }, refusal) {
      const { language } = context.viewer;
      await mustUndoDeletion(context, link);
      return restorePage({ language, link, alert: refusal && alertOf(refusal, language) });
    },
    async act({ context, link }) {
      await undoDeletion(context, link);
      return restoredPage(context.viewer.language);
    },
  },
};

/** Answers where the path is that of a mailed link; false where it is not. */
export function serveMailedLink(path: string, arrival: Arrival): Promise<void> | null {
  const mailed = Object.hasOwn(mailedLinks, path) ? mailedLinks[path] : undefined;
  return mailed ? serve(mailed, arrival) : null;
}

async function serve(mailed: MailedLink, { request, response, context }: Arrival): Promise<void> {
  const { searchParams } = new URL(request.url ?? "/", "http://identity");
  const from: LinkRequest = { context, link: searchParams.get("link") ?? "", form: new URLSearchParams() };
  try {
    await countAttempt(context, signInAddressLimit, context.viewer.address);
    if (request.method !== "POST") return sendPage(response, 200, await mailed.show(from, null));
    from.form = await readForm(request);
    from.link = from.form.get("link") ?? "";
    sendPage(response, 200, await mailed.act(from));
  } catch (error) {
    const refusal = refusalToShow(error);
    if (!refusal) throw error;
    sendPage(response, statusOf(refusal), await pageOf(mailed, from, refusal));
  }
}

/** A form that can be mended is shown again; of a link that opens nothing is said why. */
async function pageOf(mailed: MailedLink, from: LinkRequest, refusal: Refusal): Promise<string> {
  try {
    return await mailed.show(from, refusal);
  } catch (error) {
    const why = refusalToShow(error);
    if (!why) throw error;
    return linkRefusedPage(from.context.viewer.language, why);
  }
}
