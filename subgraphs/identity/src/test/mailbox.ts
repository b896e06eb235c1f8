import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  to: string;
  /** The mail as it went over the wire. */
  raw: string;
  subject: string;
  text: string;
  /** The part that mail programs draw; empty where there is none. */
  html: string;
  /** The types of its parts, in their order. */
  parts: string[];
}

/** A real mail server that keeps what it is sent. */
export class Mailbox {
  readonly mails: ReceivedMail[] = [];
  /** While true, no mail is taken. */
  refuses = false;
  /** Mailboxes that are unknown here. */
  readonly unknown = new Set<string>();
  /** Mails are taken when so many have arrived together, and not before. */
  together = 1;
  /** Connections that stood at once, at most. */
  mostConnections = 0;
  #connections = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      logger: false,
      onConnect: (_, done) => {
        this.mostConnections = Math.max(this.mostConnections, ++this.#connections);
        done();
      },
      onClose: () => {
        this.#connections -= 1;
      },
      onRcptTo: ({ address }, _, done) => {
        if (!this.unknown.has(address)) return done();
        done(Object.assign(new Error("5.1.1 no such mailbox"), { responseCode: 550 }));
      },
      onData: (stream, session, done) => {
        text(stream).then((raw) => {
          if (this.refuses) return done(new Error("mailbox unavailable"));
          this.#waiting.push(() => {
            for (const { address } of session.envelope.rcptTo)
              this.mails.push({ to: address, raw, ...read(raw) });
            done();
          });
          if (this.#waiting.length >= this.together) for (const take of this.#waiting.splice(0)) take();
        }, done);
      },
    });
    this.#server.on("error", () => undefined);
  }

  static async start(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>((resolve) => mailbox.#server.listen(0, "127.0.0.1", resolve));
    return mailbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** What came to a mailbox, whatever capitals its address was written with. */
  to(address: string): ReceivedMail[] {
    return this.mails.filter((mail) => mail.to.toLowerCase() === address.toLowerCase());
  }

  /** The code in the newest mail to an address that holds one; letters may have come after it. */
  codeFor(address: string): string {
    const codes = this.to(address).flatMap(({ text }) => /^[2-9A-HJKMNP-Z]{8}$/m.exec(text ?? "")?.[0] ?? []);
    const code = codes.at(-1);
    if (!code) throw new Error(`No code was mailed to ${address}.`);
    return code;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

type ReadMail = Pick<ReceivedMail, "subject" | "text" | "html" | "parts">;

/** Subject and text of a mail, of one part or of alternatives. */
function read(raw: string): ReadMail {
  const split = raw.indexOf("\r\n\r\n");
  const headers = raw.slice(0, split).replace(/\r\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(headers)?.[1] ?? "";
  const body = raw.slice(split + 4);
  const subject = decodeWords(header("Subject"));
  const type = header("Content-Type");
  const [, boundary] = /boundary="?([^";]+)"?/.exec(type) ?? [];
  if (boundary !== undefined) {
    const parts = body
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => read(part.replace(/^\r\n/, "")));
    const [text = "", html = ""] = parts.map((part) => part.text);
    return { subject, text, html, parts: parts.flatMap((part) => part.parts) };
  }
  const text = decode(body, header("Content-Transfer-Encoding").toLowerCase()).replace(/\r\n/g, "\n");
  return { subject, text, html: "", parts: [type.split(";")[0]!] };
}

function decode(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return fromQuoted(body.replace(/=\r\n/g, ""));
  return body;
}

function decodeWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(word, "base64").toString("utf8")
        : fromQuoted(word.replace(/_/g, " ")),
    );
}

function fromQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
