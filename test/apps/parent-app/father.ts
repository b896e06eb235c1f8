import type { Relationship } from "@campus-graph/clients/generated/operations";
import type { Browser, Locator } from "playwright-core";
import type { DemoContext } from "../../../clients/demo/context.js";
import { type Family, inventFamily, type MadeUpChild } from "../../../clients/demo/fixtures.js";
import type { Graph } from "../../harness/graph.js";
import { type AppWords, appWords } from "./app-words.js";
import { Keyboard } from "./keyboard.js";
import { type Device, Visitor } from "./visitor.js";

/** One address is sent no two codes faster than that. */
export const pauseBetweenCodesMs = 31_000;

/** A father of two in front of the app, who reads it in his language and has no mouse. */
export class Father implements AsyncDisposable {
  readonly words: AppWords;
  readonly keys: Keyboard;

  private constructor(
    readonly graph: Graph,
    readonly demo: DemoContext,
    readonly family: Family,
    readonly visitor: Visitor,
  ) {
    this.words = appWords(visitor.device.language);
    this.keys = new Keyboard(visitor.page);
  }

  static async arrive(graph: Graph, demo: DemoContext, browser: Browser, device: Device): Promise<Father> {
    return new Father(graph, demo, inventFamily(), await Visitor.arrive(browser, graph.publicUrl, device));
  }

  get page() {
    return this.visitor.page;
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  link(name: string): Locator {
    return this.page.getByRole("link", { name, exact: true });
  }

  field(name: string): Locator {
    return this.page.getByLabel(name, { exact: true });
  }

  radio(name: string): Locator {
    return this.page.getByRole("radio", { name, exact: true });
  }

  /** The child's request in the list. */
  card(child: MadeUpChild): Locator {
    return this.page.locator("article.request", { hasText: child.schoolName });
  }

  /** The news of this bill. */
  notice(title: string): Locator {
    return this.page.locator(".notice", { hasText: title });
  }

  /** What he is mailed next, once this is done. */
  async nextCode(request: () => Promise<void>): Promise<string> {
    const { email } = this.family.guardian;
    const known = (await this.demo.mailsTo(email)).length;
    await request();
    return this.demo.nextCode(email, known);
  }

  /** Asks for a code with the form that is there, and types what the mail brings. */
  async answerCode({ keys, words: { code } } = this): Promise<void> {
    this.graph.clock.advance(pauseBetweenCodesMs);
    const typed = await this.nextCode(() => keys.press(this.button(code.get)));
    await keys.type(this.field(code.code), typed);
    await keys.press(this.button(code.confirm));
  }

  async signByCode({ keys, words: { sign } } = this): Promise<void> {
    await keys.press(this.button(sign.byCode));
    await this.answerCode();
    await this.page.getByText(sign.signedByCode).waitFor();
  }

  async addStudent(child: MadeUpChild, relationship: Relationship): Promise<void> {
    const { keys } = this;
    const { apply, students } = this.words;
    await keys.choose(this.radio(apply.relationships[relationship]));
    await keys.choose(this.radio(apply.levels[child.level]));
    await keys.type(this.field(students.id), child.nationalId.toLowerCase());
    await keys.press(this.button(students.verify));
    await keys.type(this.field(students.search), child.schoolName.slice(0, 2));
    await keys.choose(this.radio(`市立${child.schoolName}`));
    await keys.press(this.button(apply.next));
    await keys.press(this.button(students.confirmYes));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.visitor[Symbol.asyncDispose]();
  }
}
