import type { Exchange } from "../src/connect.js";
import { shorten } from "./shorten.js";

/** Tells the story to whoever looks on: each step with the real requests, what came back, and how long it took. */
export class Narrator {
  #steps = 0;
  #lines: string[] = [];

  constructor(readonly print: (line: string) => void) {}

  /** How many steps have gone well. */
  get steps(): number {
    return this.#steps;
  }

  chapter(title: string): void {
    this.print(`\n── ${title} ${"─".repeat(Math.max(0, 60 - title.length))}`);
  }

  /** One step: ✓ when `act` comes back, ✗ with the requests and answers when it throws. */
  async step<T>(sentence: string, perform: () => Promise<T>): Promise<T> {
    const began = performance.now();
    this.#lines = [];
    try {
      const result = await perform();
      this.#steps++;
      this.#printStep(`✓ ${String(this.#steps).padStart(2)}. ${sentence}`, began);
      return result;
    } catch (error) {
      this.#printStep(`✗ ${String(this.#steps + 1).padStart(2)}. ${sentence}`, began);
      throw error;
    }
  }

  /** Looks on at a connection: give it as `onExchange`. */
  readonly exchange = ({ operation, variables, answer }: Exchange): void => {
    this.#lines.push(`→ ${operation}${variables ? ` ${shorten(variables)}` : ""}`);
    if (answer.data !== null) this.#lines.push(`← ${shorten(answer.data)}`);
    for (const { message, extensions, path } of answer.errors)
      this.#lines.push(
        `← refused: ${extensions?.code ?? "?"} “${message}”${path ? ` at ${path.join(".")}` : ""}`,
      );
  };

  /** Something that was done otherwise than by a question: a sign-in, a subscription. */
  done(what: string, how: object): void {
    this.#lines.push(`→ ${what} ${shorten(how)}`);
  }

  /** Something arrived without a request: a notice, a mail. */
  arrived(what: string, content: object): void {
    this.#lines.push(`⇠ ${what} ${shorten(content)}`);
  }

  /** How much has been seen in this step; `forget` goes back to there, for looking that saw nothing yet. */
  mark(): number {
    return this.#lines.length;
  }

  forget(mark: number): void {
    this.#lines.length = mark;
  }

  #printStep(headline: string, began: number): void {
    this.print(`${headline}  (${Math.round(performance.now() - began)} ms)`);
    for (const line of this.#lines) this.print(`        ${line}`);
  }
}
