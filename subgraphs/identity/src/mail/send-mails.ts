import type { Job } from "@campus-graph/kit/ops/jobs";
import type { IdentityContext, IdentityServices } from "../context.js";
import { type ClaimedMail, claimMail, noteNotTaken, noteSent } from "../persistence/mail-jobs.js";
import { openLetter } from "./queue-mail.js";

/** So many one lane sends in a round: whoever stops a subgraph waits for no more. */
const mostInARow = 10;
/** A copy that dies while it sends loses its claim after this long, and another sends. */
const claimMs = 60_000;
const longestPauseMs = 30 * 60_000;
/** After about two days of trying, the mail server will not take it. */
const mostTries = 100;

/**
 * Sends what is due, over several connections side by side; codes first, for which people wait. At least once: a mail
 * whose taking was not noted goes again, under the same Message-ID.
 */
export function sendMails(connections: number): Job<IdentityServices> {
  return {
    name: "mail",
    everyMs: 500,
    async run(context) {
      const first = await claimNext(context);
      if (!first) return false;
      const lanes = Array.from({ length: connections }, (_, lane) =>
        sendInARow(context, lane === 0 ? first : null),
      );
      await Promise.all(lanes);
      return true;
    },
  };
}

async function sendInARow(context: IdentityContext, claimed: ClaimedMail | null): Promise<void> {
  for (let sent = 0; sent < mostInARow; sent++) {
    const mail = claimed ?? (await claimNext(context));
    claimed = null;
    if (!mail) return;
    await send(context, mail);
  }
}

function claimNext({ em, clock }: IdentityContext): Promise<ClaimedMail | undefined> {
  const now = clock.now();
  return claimMail(em, now, new Date(now.getTime() + claimMs));
}

async function send(context: IdentityContext, { id, kind, letter, tries }: ClaimedMail): Promise<void> {
  const { em, clock, keys, services, log } = context;
  try {
    await services.mail.send(openLetter(keys, id, letter), `<${id}@mail.campus-graph>`);
    await noteSent(em, id, clock.now());
  } catch (error) {
    const pauseMs = Math.min(1_000 * 2 ** Math.min(tries, 20), longestPauseMs);
    const givenUp = tries >= mostTries;
    const now = clock.now();
    const nextTryAt = new Date(now.getTime() + pauseMs);
    await noteNotTaken(em, id, { nextTryAt, givenUpAt: givenUp ? now : null });
    // The mail server's words may repeat the address, so only their code is logged.
    log.warn({ mailJob: id, kind, tries, givenUp, code: codeOf(error) }, "a mail was not taken");
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "UNKNOWN";
}
