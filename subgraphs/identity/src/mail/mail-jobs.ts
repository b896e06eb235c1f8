import type { JobKind } from "@campus-graph/kit/jobs/job";
import type { IdentityServices } from "../context.js";
import { jobOf, type MailPayload, mailKinds, openLetter } from "./queue-mail.js";

/** After about two days of trying, the mail server will not take it. */
const mostTries = 100;

/**
 * Sends mails, over several connections side by side. At least once: a mail whose taking was not noted goes again, under
 * the same Message-ID.
 */
export function mailJobs(connections: number): JobKind<IdentityServices, MailPayload>[] {
  return mailKinds.map((kind) => ({
    name: jobOf(kind),
    sideBySide: connections,
    mostTries,
    run: ({ keys, services }, { id, payload }) =>
      services.mail.send(openLetter(keys, id, payload.letter), `<${id}@mail.campus-graph>`),
  }));
}
