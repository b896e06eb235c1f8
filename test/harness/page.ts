import { Cookies } from "@campus-graph/clients/cookies";
import { readForm } from "@campus-graph/clients/page";
import WebSocket from "ws";
import type { Graph } from "./graph.js";

/** What `/session` answers. */
export interface Shown {
  kind: "ANONYMOUS" | "APPLICANT" | "SIGNED_IN";
  subjectId: string | null;
  email: string | null;
  mustChangePassword: boolean;
  code?: string;
}

/** A socket of a page; resolves to the words of its end. */
export interface PageSocket {
  ended: Promise<string>;
}

/** A page of the city's own apps in a browser: it holds no token, and the browser says truly which page asks. */
export class Page {
  readonly #cookies = new Cookies();
  /** Everything that a script in the page could have read so far. */
  readonly read: string[] = [];

  constructor(
    readonly graph: Pick<Graph, "publicUrl" | "password">,
    readonly origin = graph.publicUrl,
  ) {}

  /** `at`: the address of another copy of the gateway. */
  async fetch(path: string, init: RequestInit = {}, at = this.graph.publicUrl): Promise<Response> {
    const address = new URL(path, at);
    const result: Record<string, string> =
      init.method === "POST" ? { origin: this.origin } : { "sec-fetch-site": "same-origin" };
    const response = await fetch(address, {
      redirect: "manual",
      ...init,
      headers: { cookie: this.#cookies.headerFor(address), ...result, ...(init.headers as object) },
    });
    this.#cookies.keep(response.headers);
    this.read.push(await response.clone().text());
    return response;
  }

  async post(path: string, body: object = {}): Promise<{ status: number; body: Shown }> {
    const headers = { "content-type": "application/json" };
    const answer = await this.fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Shown };
  }

  async session(): Promise<Shown> {
    return (await (await this.fetch("/session")).json()) as Shown;
  }

  /** Any operation's data; throws its first error's code. */
  async execute<T>(query: string, variables: object = {}, at = this.graph.publicUrl): Promise<T> {
    const headers = { "content-type": "application/json", accept: "application/json" };
    const body = JSON.stringify({ query, variables });
    const answer = await this.fetch("/graphql", { method: "POST", headers, body }, at);
    const { data, errors } = (await answer.json()) as {
      data: T;
      errors?: { extensions: { code: string } }[];
    };
    if (errors) throw new Error(errors[0]!.extensions.code);
    return data;
  }

  /** Follows the way to sign in as a person does, and gives where it led. */
  async signIn(login: string, password = this.graph.password, returnTo = "/parent/"): Promise<string> {
    let path = `/session/sign-in?${new URLSearchParams({ returnTo })}`;
    let form: URLSearchParams | null = null;
    for (let page = 0; page < 12; page++) {
      const answer = await this.fetch(path, form ? { method: "POST", body: form } : {});
      const location = answer.headers.get("location");
      form = null;
      if (location?.startsWith("/parent/")) return location;
      if (location) {
        const { pathname, search } = new URL(location, this.graph.publicUrl);
        path = pathname + search;
        continue;
      }
      const found = readForm(await answer.text());
      if (!found) throw new Error(`The sign-in ended at ${path}.`);
      form = new URLSearchParams([...found.fields]);
      form.set("login", login);
      form.set("password", password);
      path = found.action || path;
    }
    throw new Error("The sign-in goes round in circles.");
  }

  /** Opens a socket and subscribes over it, with nothing in `connection_init`. */
  async subscribe(query: string, at = this.graph.publicUrl): Promise<PageSocket> {
    const address = new URL("/graphql", at);
    const socket = new WebSocket(address.href.replace("http", "ws"), "graphql-transport-ws", {
      headers: { cookie: this.#cookies.headerFor(address), origin: this.origin },
    });
    const ended = new Promise<string>((resolve) => {
      socket.once("close", (code, reason) => resolve(`${code} ${reason}`));
      socket.once("error", (error) => resolve(error.message));
    });
    socket.on("message", (message) => {
      this.read.push(String(message));
      const refused = /"code":"(\w+)"/.exec(String(message))?.[1];
      if (refused) socket.close(1000, refused);
    });
    await new Promise((resolve) => socket.once("open", resolve));
    socket.send(JSON.stringify({ type: "connection_init" }));
    await new Promise((resolve) => socket.once("message", resolve));
    socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query } }));
    return { ended };
  }
}
