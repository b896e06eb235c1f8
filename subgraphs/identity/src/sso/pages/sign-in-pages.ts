import type { Language } from "@campus-graph/kit/refusals/refusal";
import type { CodeDelivery } from "../../domain/contact.js";
import type { SignInStep } from "../../domain/sign-in-step.js";
import type { AuthenticatorEnrolment } from "../../use-cases/enrol-second-factor.js";
import { type Html, html } from "./html.js";
import { type Page, renderPage } from "./layout.js";
import {
  authenticatorForm,
  factorCodeForm,
  newPasskeyForm,
  passkeyForm,
  recoveryCodeList,
} from "./second-factor-parts.js";
import { type Word, wordsIn } from "./words.js";

/** What a page about second factors shows. */
export type ShownFactorPart =
  | { kind: "give"; passkey: object | null }
  | { kind: "enrol"; authenticator: AuthenticatorEnrolment; passkey: object | null }
  | { kind: "codes"; codes: readonly string[] | null };

export interface SignInPage {
  language: Language;
  action: string;
  /** What was typed as the login before, kept over an error; at first what the app says. */
  login: string;
  /** Filled in for the demo city's people; null everywhere else. */
  password: string | null;
  /** What the mail with the code shows too; null where no code is asked for. */
  reference: string | null;
  /** How the code was sent that is asked for. */
  codeBy: CodeDelivery;
  /** Whether a code may come by text message too. */
  choosesDelivery: boolean;
  alert: Page["alert"];
  factor?: ShownFactorPart | null;
}

type Render = (page: SignInPage) => Pick<Page, "title" | "lead"> & { content: Html };

const pages: Readonly<Record<Exclude<SignInStep, "DONE">, Render>> = {
  PASSWORD: ({ language, action, login, password }) => ({
    title: "signInTitle",
    lead: "signInLead",
    content: html`${form(
      language,
      action,
      "password",
      "signIn",
      html`
<label for="login">${wordsIn(language)("login")}</label>
<input id="login" name="login" type="text" value="${login}" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
<label for="password">${wordsIn(language)("password")}</label>
<input id="password" name="password" type="password" value="${password}" autocomplete="current-password" required>
<label class="check"><input name="remember" type="checkbox" value="on"> ${wordsIn(language)("remember")}</label>`,
    )}
${quietForm(language, action, "forgot", "forgot")}
<p>${wordsIn(language)("forgotLogin")} <a href="/sso/forgot-login">${wordsIn(language)("findLoginTitle")}</a></p>`,
  }),
  RECOVER: ({ language, action, login, choosesDelivery }) => ({
    title: "recoverTitle",
    lead: choosesDelivery ? "recoverLeadChoice" : "recoverLead",
    content: html`${form(
      language,
      action,
      "recover",
      "sendCode",
      html`
<label for="login">${wordsIn(language)("login")}</label>
<input id="login" name="login" type="text" value="${login}" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>${choosesDelivery ? deliveryChoice(language) : null}`,
    )}
${quietForm(language, action, "back", "back")}
<p>${wordsIn(language)("forgotLogin")} <a href="/sso/forgot-login">${wordsIn(language)("findLoginTitle")}</a></p>`,
  }),
  CODE: ({ language, action, reference, codeBy, choosesDelivery }) => ({
    title: "codeTitle",
    lead: codeBy === "SMS" ? "codeLeadSms" : "codeLead",
    content: html`<p>${wordsIn(language)(codeBy === "SMS" ? "referenceSms" : "reference")} <strong data-reference>${reference}</strong></p>
${form(
  language,
  action,
  "code",
  "confirm",
  html`
<label for="code">${wordsIn(language)("code")}</label>
<input id="code" class="code" name="code" type="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required autofocus>`,
)}
${quietForm(language, action, "resend", codeBy === "SMS" ? "resendSms" : "resend", codeBy)}
${choosesDelivery ? otherWay(language, action, codeBy) : null}
${quietForm(language, action, "back", "back")}`,
  }),
  SECOND_FACTOR: ({ language, action, factor }) => ({
    title: "secondFactorTitle",
    lead: "secondFactorLead",
    content: html`${factorCodeForm({ language, action }, "second-factor")}
${factor?.kind === "give" && factor.passkey ? passkeyForm({ language, action }, { step: "passkey", does: "get", options: factor.passkey }) : null}
${quietForm(language, action, "back", "back")}
<p>${wordsIn(language)("factorLost")}</p>`,
  }),
  ENROL: ({ language, action, factor }) => ({
    title: "enrolTitle",
    lead: "enrolLead",
    content: html`${
      factor?.kind === "enrol" && factor.passkey
        ? html`<h2>${wordsIn(language)("passkey")}</h2>${newPasskeyForm({ language, action }, "enrol-passkey", factor.passkey)}`
        : null
    }
<h2>${wordsIn(language)("authenticator")}</h2>
${factor?.kind === "enrol" ? authenticatorForm({ language, action }, "enrol-authenticator", factor.authenticator) : null}
${quietForm(language, action, "back", "back")}`,
  }),
  RECOVERY_CODES: ({ language, action, factor }) => {
    const codes = factor?.kind === "codes" ? factor.codes : null;
    return {
      title: "recoveryCodesTitle",
      lead: codes ? "recoveryCodesLead" : "recoveryCodesGone",
      content: html`${codes && recoveryCodeList(codes)}
${form(language, action, "leave-recovery-codes", "codesKept", html``)}`,
    };
  },
  NEW_PASSWORD: ({ language, action }) => ({
    title: "newPasswordTitle",
    lead: "newPasswordLead",
    content: html`${form(
      language,
      action,
      "new-password",
      "save",
      html`
<label for="password">${wordsIn(language)("newPassword")}</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="8" required autofocus>`,
    )}
${quietForm(language, action, "back", "back")}`,
  }),
};

/** One page of a sign-in: its own form first, then the other ways on. */
export function signInPage(step: Exclude<SignInStep, "DONE">, page: SignInPage): string {
  const { language, alert } = page;
  return renderPage({ language, alert: alert ?? null, ...pages[step](page) });
}

function form(language: Language, action: string, step: string, submit: Word, fields: Html): Html {
  return html`<form method="post" action="${action}" data-step="${step}">
<input type="hidden" name="step" value="${step}">${fields}
<button type="submit">${wordsIn(language)(submit)}</button>
</form>`;
}

/** Two ways for the code to come; both are offered for every login, so that none is seen to have a telephone. */
function deliveryChoice(language: Language): Html {
  const say = wordsIn(language);
  return html`
<fieldset><legend>${say("codeBy")}</legend>
<label class="check"><input name="by" type="radio" value="EMAIL" checked> ${say("byEmail")}</label>
<label class="check"><input name="by" type="radio" value="SMS"> ${say("bySms")}</label>
</fieldset>`;
}

function otherWay(language: Language, action: string, codeBy: CodeDelivery): Html {
  return codeBy === "SMS"
    ? quietForm(language, action, "resend", "insteadByEmail", "EMAIL")
    : quietForm(language, action, "resend", "insteadBySms", "SMS");
}

function quietForm(language: Language, action: string, step: string, submit: Word, by?: CodeDelivery): Html {
  const delivery = by && html`<input type="hidden" name="by" value="${by}">`;
  return html`<form method="post" action="${action}" data-step="${step}">
<input type="hidden" name="step" value="${step}">${delivery ?? null}
<button type="submit" class="quiet">${wordsIn(language)(submit)}</button>
</form>`;
}
