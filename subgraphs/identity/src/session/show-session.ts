import { contactsOf, enabledAccountById } from "../persistence/accounts.js";
import { cookieSessionOf, verifiedEmailOf } from "../persistence/cookie-sessions.js";
import { standingOf } from "../use-cases/standing.js";
import { sendJson } from "./answers.js";
import type { SessionRequest } from "./session-request.js";

/** What a page of ours is told of who uses it. */
interface ShownSession {
  kind: "ANONYMOUS" | "APPLICANT" | "SIGNED_IN";
  subjectId: string | null;
  displayName: string | null;
  /** An account's login; the address that an applicant showed to be theirs. */
  email: string | null;
  assurance: string | null;
  mustChangePassword: boolean;
  /** Staff who are to show a second factor, or to enrol one, before they are staff here. */
  secondFactorDue: boolean;
  expiresAt: Date | null;
  demo: boolean;
  /** Whether a code may come by text message too. */
  codesBySms: boolean;
}

export async function showSession(call: SessionRequest): Promise<void> {
  sendJson(call.response, 200, await shownSession(call, call.cookie));
}

/** As the cookie is now, which may not be the one that the request came with. */
export async function shownSession(
  { context, config }: Pick<SessionRequest, "context" | "config">,
  cookie: string | null,
): Promise<ShownSession> {
  const demo = config.mode === "demo";
  const nobody = {
    kind: "ANONYMOUS",
    subjectId: null,
    displayName: null,
    email: null,
    assurance: "anonymous",
    mustChangePassword: false,
    secondFactorDue: false,
    expiresAt: null,
    demo,
    codesBySms: context.services.sms !== null,
  } as const;
  const session = cookie === null ? null : await cookieSessionOf(context, cookie);
  if (!session) return nobody;
  const { kind, subjectId, expiresAt } = session;
  if (kind === "APPLICANT")
    return {
      ...nobody,
      kind,
      subjectId,
      email: verifiedEmailOf(context, session),
      expiresAt,
      assurance: "applicant",
    };
  const account = await enabledAccountById(context, subjectId);
  if (!account) return nobody;
  const contacts = contactsOf(context, account);
  const { assurance, isFactorDue } = await standingOf(context, account, session.sid);
  return {
    ...nobody,
    kind: "SIGNED_IN",
    subjectId,
    displayName: contacts.name,
    email: contacts.email,
    assurance,
    secondFactorDue: isFactorDue,
    mustChangePassword: account.mustChangePassword,
    expiresAt,
  };
}
