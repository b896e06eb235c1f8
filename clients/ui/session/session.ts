import { Unreachable } from "@campus-graph/clients/failure";
import type { Language } from "../words/catalogue";

/** Who the browser is, as the gateway answers at `/session`. The cookie itself is out of this code's reach. */
export interface Session {
  kind: "ANONYMOUS" | "APPLICANT" | "SIGNED_IN";
  subjectId: string | null;
  displayName: string | null;
  /** The address that a code verified, or the login. */
  email?: string | null;
  mustChangePassword: boolean;
  /** Staff who are to show a second factor, or to set one up, before they are staff here. */
  secondFactorDue?: boolean;
  expiresAt: string | null;
  /** Whether the graph is the demo, whose mail can be read at `/mail`. */
  demo: boolean;
  /** Whether a code may come by text message too. */
  codesBySms: boolean;
}

/** The gateway said no: a stable code, and a sentence in the reader's language. */
export class SessionRefused extends Error {
  override readonly name = "SessionRefused";

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** By POST, since some browsers do not say at a GET which page asks, and then no cookie counts. */
export function readSession(language: Language): Promise<Session> {
  return request("/session", language);
}

/** Ends the sign-on of this browser, at the gateway and at the sign-in pages. */
export function endSession(language: Language): Promise<Session> {
  return request("/session/sign-out", language);
}

/** A code from the mail opens an applicant's session. */
export function openApplicantSession(
  answer: { challengeId: string; code: string },
  language: Language,
): Promise<Session> {
  return request("/session/applicant", language, answer);
}

/** What whoever is signed in can show as a second factor. */
export interface FactorQuestion {
  isEnrolled: boolean;
  /** What a passkey is to be asked; null where they have none that could answer here. */
  passkey: object | null;
}

export function readFactorQuestion(language: Language): Promise<FactorQuestion> {
  return request("/session/second-factor/question", language);
}

/** A second factor anew: what can do harm is open for five minutes. */
export function giveSecondFactor(
  shown: { code: string } | { passkey: object },
  language: Language,
): Promise<Session> {
  return request("/session/second-factor", language, shown);
}

/** Leaves for the sign-in pages, which lead back to `returnTo`. */
export function goToSignIn(returnTo: string, language: Language): void {
  window.location.assign(`/session/sign-in?${new URLSearchParams({ returnTo, locale: language })}`);
}

let aheadMs = 0;

/** The time as the graph knows it: a telephone's own clock may be wrong by hours, and would make what it dates unbelievable. */
export function serverNow(): number {
  return Date.now() + aheadMs;
}

/** The server's date has whole seconds, so less than two says nothing. */
function compareClocks(date: string | null): void {
  const difference = date ? Date.parse(date) - Date.now() : 0;
  aheadMs = Math.abs(difference) < 2_000 ? 0 : difference;
}

async function request<Answer = Session>(
  path: string,
  language: Language,
  body: object = {},
): Promise<Answer> {
  const { response, answer } = await send<Answer>(path, language, body).catch((cause: Error) => {
    throw new Unreachable(`${path} cannot be reached (${cause.message}).`, true, { cause });
  });
  compareClocks(response.headers.get("date"));
  if (!response.ok) throw new SessionRefused(answer.code ?? "UNKNOWN", answer.message ?? "");
  return answer;
}

async function send<Answer>(path: string, language: Language, body: object) {
  const response = await fetch(path, {
    method: "POST",
    headers: {
      accept: "application/json",
      "accept-language": language,
      "content-type": "application/json",
    },
    body: JSON.stringify(body),
  });
  return { response, answer: (await response.json()) as Answer & { code?: string; message?: string } };
}
