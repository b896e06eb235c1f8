import { moveSignIn } from "../persistence/sign-ins.js";
import { confirmEnrolment, type Enrolled, enrolPasskey } from "../use-cases/enrol-second-factor.js";
import { giveSecondFactor, type ShownFactor } from "../use-cases/give-second-factor.js";
import { finish } from "./finish.js";
import type { InteractionRequest } from "./interaction-request.js";
import { sendPage } from "./pages/layout.js";
import { signInPage } from "./pages/sign-in-pages.js";
import { proceed } from "./proceed.js";

/** The second factor: an authenticator's code, a recovery code or a passkey. */
export async function showFactor(interaction: InteractionRequest): Promise<void> {
  const { context, form, signIn } = interaction;
  const factor = await giveSecondFactor(context, accountIn(interaction), shownIn(form));
  // Given now, it covers what comes next in this sign-in.
  await proceed(interaction, { ...signIn, factor });
}

/** What a form says: of a passkey what the browser answered, else what was typed. */
export function shownIn(form: URLSearchParams): ShownFactor {
  const answer = form.get("answer");
  return answer === null ? { code: form.get("code") ?? "" } : { passkey: readJson(answer) };
}

/** Staff who must have a second factor enrol an authenticator. */
export async function enrolAuthenticator(interaction: InteractionRequest): Promise<void> {
  const { context, form } = interaction;
  await goOnEnrolled(
    interaction,
    await confirmEnrolment(context, accountIn(interaction), form.get("code") ?? ""),
  );
}

/** The same with a passkey. */
export async function enrolFirstPasskey(interaction: InteractionRequest): Promise<void> {
  const { context, form } = interaction;
  const answer = readJson(form.get("answer") ?? "");
  const name = form.get("name") ?? "";
  await goOnEnrolled(interaction, await enrolPasskey(context, accountIn(interaction), { answer, name }));
}

/** The codes for when it is lost are on this one page and never again, so it answers the form itself. */
async function goOnEnrolled(
  interaction: InteractionRequest,
  { given, recoveryCodes }: Enrolled,
): Promise<void> {
  const { context, response, signIn } = interaction;
  await moveSignIn(context, signIn, { step: "RECOVERY_CODES", factor: given });
  const page = signInPage("RECOVERY_CODES", {
    language: context.viewer.language,
    action: `/sso/interaction/${signIn.interactionUid}`,
    login: "",
    password: null,
    reference: null,
    codeBy: signIn.codeBy,
    choosesDelivery: false,
    alert: null,
    factor: { kind: "codes", codes: recoveryCodes },
  });
  sendPage(response, 200, page);
}

export function leaveRecoveryCodes(interaction: InteractionRequest): Promise<void> {
  return finish(interaction);
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function accountIn({ signIn: { accountId } }: InteractionRequest): string {
  if (accountId === null) throw new Error("A second factor was asked for before an account was known.");
  return accountId;
}
