import type { Job } from "@campus-graph/kit/jobs";
import type { Context, IdentityServices } from "../services.js";
import { openLetter } from "./queue-mail.js";

/** So many one lane sends in a round: whoever stops a subgraph waits for no more. */
const mostInARow = 10;
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

async function sendInARow(context: Context, claimed: Claimed | null): Promise<void> {
  for (let sent = 0; sent < mostInARow; sent++) {
    const mail = claimed ?? (await claimNext(context));
    claimed = null;
    if (!mail) return;
    await send(context, mail);
  }
}

async function claimNext({ em, clock }: Context): Promise<Claimed | undefined> {
  const now = clock.now();
  const [mail] = await em.execute<Claimed[]>(
    `update mail_job set tries = tries + 1, next_try_at = ?
     where id = (
       select id from mail_job where sent_at is null and given_up_at is null and next_try_at <= ?
       order by kind <> 'code', next_try_at limit 1 for update skip locked
     )
     returning id, kind, letter, tries`,
    [new Date(now.getTime() + claimMs), now],
  );
  return mail;
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
