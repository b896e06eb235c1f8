import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

/** Pictures of every screen that a test has looked at, for people to look at: a folder for each app. */
const pictures = fileURLToPath(new URL("../../../node_modules/.cache/", import.meta.url));

/** An app of the city: its pictures' folder and its address. */
export type VisitedApp = { name: string; base: string };

export const parentApp: VisitedApp = { name: "parent-app", base: "/parent/" };
export const schoolConsole: VisitedApp = { name: "school-console", base: "/school/" };

/** Where a picture of this name goes. */
export function pictureFile(name: string, app = parentApp): string {
  const folder = join(pictures, app.name);
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

export interface Device {
  width: number;
  height: number;
  language: "zh-TW" | "en";
  isDark?: boolean;
}

export const telephone: Device = { width: 320, height: 640, language: "zh-TW" };

export const desk: Device = { width: 1280, height: 800, language: "en" };

/** Somebody in front of a browser of their own, and all that the browser complained of. */
export class Visitor implements AsyncDisposable {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly device: Device,
    readonly url: string,
    readonly app: VisitedApp,
  ) {}

  static async arrive(browser: Browser, url: string, device: Device, app = parentApp): Promise<Visitor> {
    const { width, height, language, isDark = false } = device;
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height },
      locale: language === "en" ? "en-GB" : "zh-TW",
      colorScheme: isDark ? "dark" : "light",
      reducedMotion: "reduce",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    context.setDefaultTimeout(20_000);
    const visitor = new Visitor(context, await context.newPage(), device, url, app);
    visitor.#listen(visitor.page);
    return visitor;
  }

  #listen(page: Page): void {
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.complaints.push(message.text());
    });
  }

  /** By the real pages: the app's first screen, the sign-in, and back. */
  async signIn(login: string, password: string): Promise<void> {
    await this.page.goto(this.app.base);
    await this.page.locator("main .main").first().click();
    await Visitor.fillSignIn(this.page, login, password);
    await this.page.waitForURL(`**${this.app.base}**`);
  }

  /** The city's sign-in page, in whichever tab it is. */
  static async fillSignIn(page: Page, login: string, password: string): Promise<void> {
    await page.fill("#login", login);
    await page.fill("#password", password);
    await page.click("button[type=submit]");
  }

  /** The heading of the screen, once it is there and has loaded what it shows. */
  async sees(heading: string | RegExp): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await this.page.locator(".waiting").waitFor({ state: "detached" });
  }

  /** Looks at what is there: nothing wider than the screen, no fault that axe finds; and takes a picture. */
  async looksAt(name: string): Promise<void> {
    const { width, language, isDark } = this.device;
    const file = `${name}-${width}-${language}${isDark ? "-dark" : ""}.png`;
    const path = pictureFile(file, this.app);
    // Chromium cannot always draw a page of many thousand pixels in one piece; people then see its beginning.
    await this.page.screenshot({ path, fullPage: true }).catch(() => this.page.screenshot({ path }));
    const wide = await this.page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
    expect(wide, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect(faults, name).toEqual([]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
  }
}
