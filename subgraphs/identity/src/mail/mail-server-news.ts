import type { Log } from "@campus-graph/kit/ops/log";

/** Between two lines about the same trouble. */
const quietMs = 60_000;

/** A single letter that the server would not take (a full mailbox, an address that is not there) says nothing of the server. */
const ofOneLetter = new Set(["EENVELOPE", "EMESSAGE"]);

/** Tells the operator that the mail server is away, once a minute and not once a mail, and that it is back. */
export class MailServerNews {
  readonly #server: string;
  #awaySince: number | null = null;
  #saidAt = Number.NEGATIVE_INFINITY;

  /** The server's host alone is named: its address may hold a password. */
  constructor(smtpUrl: string) {
    this.#server = URL.canParse(smtpUrl) ? new URL(smtpUrl).host : "SMTP_URL";
  }

  /** Whether it is the server's trouble, and so told. */
  failed(error: unknown, now: Date, log: Log): boolean {
    const code = String((error as { code?: unknown }).code ?? "");
    if (code === "" || ofOneLetter.has(code)) return false;
    this.#awaySince ??= now.getTime();
    if (now.getTime() - this.#saidAt < quietMs) return true;
    this.#saidAt = now.getTime();
    const words = `The mail server ${this.#server} takes no mail (${causeOf(error) ?? code}). Look whether it runs and whether SMTP_URL is right (npm run doctor tries it); the mails wait, and go by themselves once it takes them.`;
    log.error({ alert: "mail-server-away", code }, words);
    return true;
  }

  worked(log: Log): void {
    if (this.#awaySince === null) return;
    this.#awaySince = null;
    this.#saidAt = Number.NEGATIVE_INFINITY;
    log.warn(`The mail server ${this.#server} takes mail again.`);
  }
}

/** What the system said, such as ECONNREFUSED, where nodemailer says ESOCKET. */
function causeOf(error: unknown): string | undefined {
  const { errno, message = "" } = error as { errno?: unknown; message?: string };
  return /\b(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)\b/.exec(`${String(errno)} ${message}`)?.[1];
}
