import type { Job } from "@campus-graph/kit/jobs";
import type { Context, IdentityServices } from "../services.js";
import { openLetter } from "./queue-mail.js";

const atOnce = 20;
/** A copy that dies while it sends loses its claim after this long, and another sends. */
const claimMs = 60_000;
const longestPauseMs = 30 * 60_000;
/** After about two days of trying, the mail server will not take it. */
const mostTries = 100;

interface Claimed {
  id: string;
  kind: string;
  letter: string;
  tries: number;
}

/** Sends what is due. At least once: a mail whose taking was not noted goes again, under the same Message-ID. */
export const sendMails: Job<IdentityServices> = {
  name: "mail",
  everyMs: 500,
  async run(context) {
    const claimed = await claimDue(context);
    for (const mail of claimed) await send(context, mail);
    return claimed.length > 0;
  },
};

function claimDue(context: Context): Promise<Claimed[]> {
  const now = context.clock.now();
  return context.em.execute<Claimed[]>(
    `update mail_job set tries = tries + 1, next_try_at = ?
     where id in (
       select id from mail_job where sent_at is null and given_up_at is null and next_try_at <= ?
       order by next_try_at limit ? for update skip locked
     )
     returning id, kind, letter, tries`,
    [new Date(now.getTime() + claimMs), now, atOnce],
  );
}

async function send(context: Context, { id, kind, letter, tries }: Claimed): Promise<void> {
  const { em, clock, keys, services, log } = context;
  try {
    await services.mail.send(openLetter(keys, id, letter), `<${id}@mail.campus-graph>`);
    await em.execute("update mail_job set sent_at = ?, letter = null where id = ?", [clock.now(), id]);
  } catch (error) {
    const pauseMs = Math.min(1_000 * 2 ** Math.min(tries, 20), longestPauseMs);
    const givenUp = tries >= mostTries;
    await em.execute(
      "update mail_job set next_try_at = ?, given_up_at = ?, letter = case when ? then null else letter end where id = ?",
      [new Date(clock.now().getTime() + pauseMs), givenUp ? clock.now() : null, givenUp, id],
    );
    // The mail server's words may repeat the address, so only their code is logged.
    log.warn({ mailJob: id, kind, tries, givenUp, code: codeOf(error) }, "a mail was not taken");
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "UNKNOWN";
}
