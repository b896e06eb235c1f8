import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import Negotiator from "negotiator";
import { SMTPServer } from "smtp-server";
import { findFreePort } from "../ports.js";
import { type MailLanguage, mailLanguages, renderMailPage } from "./mail-page.js";
import { readMail } from "./read-mail.js";

export interface CapturedMail {
  to: string;
  subject: string;
  text: string;
  /** When it arrived, ISO 8601. */
  at: string;
}

export interface Mailbox {
  /** Where the graph sends its mail. */
  smtpUrl: string;
  /** Shows it: /mail for people, /mail.json?to= for programs, newest first. */
  url: string;
  stop(): Promise<void>;
}

const largestMailBytes = 1_000_000;
const shownMails = 500;

/** Takes every mail and delivers none; kept in `folder`, so that a second start still shows them. */
export async function startMailbox(folder: string, now: () => Date): Promise<Mailbox> {
  const mails = readKept(folder);
  const smtp = await startSmtp((mail) => {
    const captured = { ...mail, at: now().toISOString() };
    mails.push(captured);
    const name = `${captured.at.replaceAll(":", "-")}-${String(mails.length).padStart(6, "0")}.json`;
    writeFileSync(join(folder, name), JSON.stringify(captured), { mode: 0o600 });
  });
  const web = await startWeb(mails);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    url: `http://127.0.0.1:${web.port}`,
    async stop() {
      await Promise.all([smtp.stop(), web.stop()]);
    },
  };
}

function readKept(folder: string): CapturedMail[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().flatMap((name) => {
    try {
      return [JSON.parse(readFileSync(join(folder, name), "utf8")) as CapturedMail];
    } catch {
      // A kill or a full disk cut it off while it was written: one lost mail of the demo keeps nobody from starting.
      return [];
    }
  });
}

interface Listening {
  port: number;
  stop(): Promise<void>;
}

async function startSmtp(onMail: (mail: Omit<CapturedMail, "at">) => void): Promise<Listening> {
  const port = await findFreePort();
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    size: largestMailBytes,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const message = readMail(Buffer.concat(chunks));
        for (const { address } of session.envelope.rcptTo) onMail({ to: address, ...message });
        done();
      });
    },
  });
  server.on("error", () => {
    // One connection broke off in mid-mail; its sender tries again.
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function startWeb(mails: readonly CapturedMail[]): Promise<Listening> {
  const port = await findFreePort();
  const server = createServer((request, response) => show(mails, request, response));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function show(mails: readonly CapturedMail[], request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://mailbox");
  const to = url.searchParams.get("to")?.toLowerCase();
  const chosen = mails
    .filter((mail) => !to || mail.to.toLowerCase() === to)
    .reverse()
    .slice(0, shownMails);
  if (url.pathname === "/mail.json") send(response, "application/json", JSON.stringify(chosen));
  else if (url.pathname === "/mail") {
    // Negotiator has no language for a reader of neither: the city's own, then.
    const language = new Negotiator(request).language([...mailLanguages]) as MailLanguage | undefined;
    send(response, "text/html", renderMailPage(chosen, to, language ?? "zh-TW"));
  } else response.writeHead(404).end();
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
    vary: "accept-language",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(body);
}
