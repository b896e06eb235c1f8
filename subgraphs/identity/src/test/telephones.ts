import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { readProviderSettings, type SmsProviderSettings } from "../sms/provider-settings.js";

/** What the provider was sent, as it came. */
export interface SentSms {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

type Behaviour = (request: SentSms, response: ServerResponse) => void;

/**
 * A provider of text messages as their documents describe it: a form with user name, number and text, answered by a
 * message's id and a status of one digit; the state is asked for by that id. It can be told to misbehave.
 */
export class Telephones {
  readonly sent: SentSms[] = [];
  readonly asked: string[] = [];
  /** What became of a message, as the provider says it. */
  state = "0";
  behave: Behaviour = (_, response) => response.end(`{"msgid":"M${this.sent.length}","statuscode":"1"}`);
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      text(request).then((body) => {
        const url = request.url ?? "";
        if (url.startsWith("/state")) {
          this.asked.push(url);
          return response.end(JSON.stringify({ statuscode: this.state }));
        }
        const sms = { method: request.method ?? "", url, headers: request.headers, body };
        this.sent.push(sms);
        this.behave(sms, response);
        return response;
      });
    });
  }

  static async start(): Promise<Telephones> {
    const telephones = new Telephones();
    await new Promise<void>((resolve) => telephones.#server.listen(0, "127.0.0.1", resolve));
    return telephones;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  settings(change: object = {}): SmsProviderSettings {
    const given = {
      url: `${this.url}/send?clientid={id}`,
      body: { form: { username: "campus", dstaddr: "{to}", smbody: "{text}" } },
      accepted: { at: "/statuscode", oneOf: ["0", "1", "2"] },
      reference: "/msgid",
      status: {
        url: `${this.url}/state?msgid={reference}`,
        delivered: { at: "/statuscode", oneOf: ["4"] },
        failed: { at: "/statuscode", oneOf: ["5", "6"] },
      },
      ...change,
    };
    return readProviderSettings(JSON.stringify(given), { "x-api-key": "geheim" }, { allowsHttp: true });
  }

  /** The texts that came to a number. */
  to(number: string): string[] {
    return this.sent
      .map(({ body }) => new URLSearchParams(body))
      .filter((form) => form.get("dstaddr") === number)
      .map((form) => form.get("smbody") ?? "");
  }

  codeFor(number: string): string {
    const [, code] = /([2-9A-HJKMNP-Z]{8})/.exec(this.to(number).at(-1) ?? "") ?? [];
    if (!code) throw new Error(`No code was sent to ${number}.`);
    return code;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
