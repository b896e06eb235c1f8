import { createTransport } from "nodemailer";
import type { Letter } from "./letter.js";

/** Hands a letter to the mail server; throws when the server does not take it. */
export interface MailTransport {
  send(letter: Letter, messageId: string): Promise<void>;
  close(): void;
}

export interface MailSettings {
  /** e.g. smtp://user:password@mail.example:587 */
  smtpUrl: string;
  /** The sender, e.g. `Campus <no-reply@campus.example>`. */
  from: string;
  /** Kept open at once, at most. */
  connections: number;
  /** How long it may take to connect, and to greet; twice as long may pass without a word later. */
  patienceMs?: number;
}

export function createMailTransport({
  smtpUrl,
  from,
  connections,
  patienceMs = 10_000,
}: MailSettings): MailTransport {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    // What is not taken is tried again by the job, which can be told apart from what was.
    maxRequeues: 0,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: 2 * patienceMs,
  });
  return {
    async send({ to, subject, text, html }, messageId) {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        ...(html === undefined ? {} : { html }),
        messageId,
        // So that no holiday answer comes back (RFC 3834).
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
    close: () => transport.close(),
  };
}

/**
 * Whether the server said for good that there is no such mailbox (RFC 5321 §4.2.2, RFC 3463): 550, 551, 553 or 554 to the
 * recipient, and not that it takes nothing from us, such as 5.7.1.
 */
export function isHardBounce(error: unknown): boolean {
  const {
    responseCode,
    command,
    response = "",
  } = error as { responseCode?: number; command?: string; response?: string };
  return (
    command === "RCPT TO" && [550, 551, 553, 554].includes(responseCode ?? 0) && !/\b5\.7\.\d/.test(response)
  );
}
