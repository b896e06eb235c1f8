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
  /** Absent on a mail; a text message has no subject. */
  by?: "SMS";
}

export interface Mailbox {
  /** Where the graph sends its mail. */
  smtpUrl: string;
  /** How the graph sends its text messages here: what SMS_PROVIDER holds. */
  smsProvider: string;
  /** Shows it: /mail for people, /mail.json?to= for programs, newest first. */
  url: string;
  stop(): Promise<void>;
}

const largestMailBytes = 1_000_000;
const shownMails = 500;
const largestSmsBytes = 10_000;

/** Takes every mail and text message, and delivers none; kept in `folder`, so that a second start still shows them. */
export async function startMailbox(folder: string, now: () => Date): Promise<Mailbox> {
  const mails = readKept(folder);
  const keep = (mail: Omit<CapturedMail, "at">) => {
    const captured = { ...mail, at: now().toISOString() };
    mails.push(captured);
    const name = `${captured.at.replaceAll(":", "-")}-${String(mails.length).padStart(6, "0")}.json`;
    writeFileSync(join(folder, name), JSON.stringify(captured), { mode: 0o600 });
  };
  const smtp = await startSmtp(keep);
  const web = await startWeb(mails, keep);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    smsProvider: JSON.stringify({
      url: `http://127.0.0.1:${web.port}/sms`,
      body: { json: { to: "{to}", text: "{text}" } },
    }),
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

type Keep = (mail: Omit<CapturedMail, "at">) => void;

async function startWeb(mails: readonly CapturedMail[], keep: Keep): Promise<Listening> {
  const port = await findFreePort();
  const server = createServer((request, response) =>
    request.method === "POST" ? takeSms(keep, request, response) : show(mails, request, response),
  );
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

/** What a provider of text messages would be called with. Gateways forward what is shown, and not this. */
async function takeSms(keep: Keep, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) {
      body += chunk as string;
      if (body.length > largestSmsBytes) throw new Error("A text message is not that long.");
    }
    const { to, text } = JSON.parse(body) as { to: string; text: string };
    if (request.url !== "/sms" || typeof to !== "string" || typeof text !== "string")
      throw new Error("This is no text message.");
    keep({ to, subject: "", text, by: "SMS" });
    response.writeHead(204).end();
  } catch {
    response.writeHead(400).end();
  }
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
