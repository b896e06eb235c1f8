import { setTimeout as delay } from "node:timers/promises";
import { type Connection, connect } from "../src/connect.js";
import { nameOf } from "../src/document.js";
import type { Feed } from "../src/feeds.js";
import type { Session } from "../src/session.js";
import { signIn } from "../src/sign-in.js";
import type { Tail } from "../src/tail.js";
import type { TokenSource } from "../src/tokens.js";
import type { City } from "./city.js";
import type { Narrator } from "./narrator.js";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  at: string;
}

const patienceMs = 30_000;
const lookEveryMs = 50;

/** The story did not go as it must. */
export class StoryWentWrong extends Error {
  override readonly name = "StoryWentWrong";
}

/** What happens in the story must be what was expected; else it ends here, with the sentence. */
export function expectThat(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new StoryWentWrong(sentence);
}

/** Where the story plays: everyone's connection to the city, its mail, and the narrator. */
export class DemoContext {
  readonly #connections: Connection[] = [];
  readonly #staff = new Map<string, Connection>();

  constructor(
    readonly city: City,
    readonly narrator: Narrator,
  ) {}

  step<T>(sentence: string, perform: () => Promise<T>): Promise<T> {
    return this.narrator.step(sentence, perform);
  }

  /** A connection that the narrator looks on at. */
  connect(tokens?: TokenSource | string, url: string | readonly string[] = this.city.copies): Connection {
    const credentials = typeof tokens === "string" ? { token: tokens } : tokens ? { tokens } : {};
    const connection = connect({ url, ...credentials, onExchange: this.narrator.exchange });
    this.#connections.push(connection);
    return connection;
  }

  /** Through the pages at /sso, as a browser would. */
  async signIn(login: string, password: string, promptForCode?: () => Promise<string>): Promise<Session> {
    this.narrator.done("/sso, authorization code with PKCE", { login, password });
    const session = await signIn({
      url: this.city.url,
      login,
      password,
      ...(promptForCode ? { askCode: promptForCode } : {}),
    });
    this.narrator.arrived("access token", { token: (await session.current()) ?? "none" });
    return session;
  }

  /** Listens to a feed from a cursor on, or from now on. */
  async subscribe<Notice extends { readonly cursor: string }, List, Live>(
    connection: Connection,
    feed: Feed<Notice, List, Live>,
    after?: string,
  ): Promise<Tail<Notice>> {
    const tail = await connection.subscribe(feed, { after });
    this.narrator.done(`subscription ${nameOf(feed.tail)}`, { after: tail.cursor });
    return tail;
  }

  /** The next notice of a tail. */
  async take<Notice extends { readonly cursor: string }>(tail: Tail<Notice>): Promise<Notice> {
    const notice = await tail.take();
    this.narrator.arrived("notice", notice);
    return notice;
  }

  /** One of the demo city's people, signed in at first use. */
  async as(login: string): Promise<Connection> {
    const known = this.#staff.get(login);
    if (known) return known;
    const connection = this.connect(await this.signIn(login, this.city.password));
    this.#staff.set(login, connection);
    return connection;
  }

  /** Every mail to this address so far, newest first. */
  async mailsTo(address: string): Promise<Mail[]> {
    const response = await fetch(new URL(`/mail.json?to=${encodeURIComponent(address)}`, this.city.url));
    return (await response.json()) as Mail[];
  }

  /** The first mail to this address that fits, among those that came after `known` others. */
  async nextMail(address: string, known: number, fits: (mail: Mail) => boolean): Promise<Mail> {
    const mail = await this.until(`a mail to ${address} arrives`, async () => {
      const mails = (await this.mailsTo(address)).reverse();
      return mails.slice(known).find(fits);
    });
    this.narrator.arrived("mail", { subject: mail.subject, to: address });
    return mail;
  }

  /** The code that the next mail with one brings. */
  async nextCode(address: string, known: number): Promise<string> {
    const code = codeIn(await this.nextMail(address, known, (mail) => codeIn(mail) !== undefined));
    return code!;
  }

  /** Looks again and again, since events travel between the subgraphs for a moment; gives up with the sentence. */
  async until<T>(sentence: string, look: () => Promise<T | undefined | null | false>): Promise<T> {
    const giveUpAt = Date.now() + patienceMs;
    const mark = this.narrator.mark();
    for (;;) {
      this.narrator.forget(mark);
      const seen = await look();
      if (seen) return seen;
      if (Date.now() > giveUpAt)
        throw new StoryWentWrong(`Waited ${patienceMs / 1000} s in vain until ${sentence}.`);
      await delay(lookEveryMs);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#connections.map((connection) => connection.close()));
  }
}

/** The code that a mail brings, on a line of its own. */
function codeIn({ text }: Mail): string | undefined {
  return /^\s*([A-Z0-9]{4}-?[A-Z0-9]{4})\s*$/m.exec(text)?.[1];
}
