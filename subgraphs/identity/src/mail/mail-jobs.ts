import { FinalFailure, type JobKind, ReportedFailure } from "@campus-graph/kit/jobs/job";
import type { IdentityServices } from "../context.js";
import { clearBounced, markBounced } from "../persistence/bounced-addresses.js";
import { MailServerNews } from "./mail-server-news.js";
import { messageIdOf } from "./message-id.js";
import { jobOf, type MailPayload, mailKinds, openLetter } from "./queue-mail.js";
import { isHardBounce } from "./transport.js";

/** After about two days of trying, the mail server will not take it. */
const mostTries = 100;

/**
 * Sends mails, over several connections side by side. At least once: a mail whose taking was not noted goes again, under
 * the same Message-ID. An address that its own server does not know is marked, and shown to whose it is.
 */
export function mailJobs(connections: number, smtpUrl: string): JobKind<IdentityServices, MailPayload>[] {
  const news = new MailServerNews(smtpUrl);
  return mailKinds.map((kind) => ({
    name: jobOf(kind),
    sideBySide: connections,
    mostTries,
    async run(context, { id, payload }) {
      const { keys, services, clock, log } = context;
      if (payload.goodUntil !== undefined && clock.now() >= new Date(payload.goodUntil)) return;
      const letter = openLetter(keys, id, payload.letter);
      try {
        await services.mail.send(letter, messageIdOf(keys, id, letter.to));
      } catch (error) {
        if (isHardBounce(error)) {
          await markBounced(context, letter.to, { isReported: false });
          throw new FinalFailure("MAIL_BOUNCED");
        }
        if (!news.failed(error, clock.now(), log)) throw error;
        throw new ReportedFailure("The mail server takes no mail.", { cause: error });
      }
      news.worked(log);
      await clearBounced(context, letter.to, { isShown: false });
    },
  }));
}
