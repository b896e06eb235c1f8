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
}

const patienceMs = 10_000;

export function createMailTransport({ smtpUrl, from, connections }: MailSettings): MailTransport {
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
    async send({ to, subject, text }, messageId) {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId,
        // So that no holiday answer comes back (RFC 3834).
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
    close: () => transport.close(),
  };
}
