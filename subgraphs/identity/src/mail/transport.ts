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
}

const patienceMs = 10_000;

export function createMailTransport({ smtpUrl, from }: MailSettings): MailTransport {
  const transport = createTransport({
    url: smtpUrl,
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
