import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import type { IdentityContext } from "../context.js";
import type { CodeDelivery } from "../domain/contact.js";
import type { Attempting } from "../persistence/sign-in-attempts.js";
import type { SignIn } from "../persistence/sign-ins.js";

/** A post to a page of a sign-in, with what its steps need. */
export interface InteractionRequest {
  context: IdentityContext;
  provider: Provider;
  request: IncomingMessage;
  response: ServerResponse;
  signIn: SignIn;
  form: URLSearchParams;
  /** Where browsers reach us: on https, cookies are kept to this host. */
  publicUrl: string;
  /** The app that the sign-in is for. */
  client: string;
}

/** What the account's owner is shown of whoever tries. */
export function attemptingOf({ client, request }: InteractionRequest): Attempting {
  return { client, agent: request.headers["user-agent"] ?? "" };
}

/** Does what the form asks for, and answers; a refusal it throws is shown on the same page. */
export type FormHandler = (interaction: InteractionRequest) => Promise<void>;

/** Shows the page that the sign-in has come to. A redirect, so that going back in the browser sends nothing again. */
export function goToNextPage({ response, signIn }: InteractionRequest): void {
  response
    .writeHead(303, { location: `/sso/interaction/${signIn.interactionUid}`, "cache-control": "no-store" })
    .end();
}

/**
 * How the person wants their code. Beside a password that was handed out it goes to the login e-mail alone: whoever
 * knows a national ID and holds a telephone for a moment gets no further.
 */
export function codeDeliveryIn(
  form: URLSearchParams,
  { recovering }: Pick<SignIn, "recovering">,
): CodeDelivery {
  return recovering && form.get("by") === "SMS" ? "SMS" : "EMAIL";
}
