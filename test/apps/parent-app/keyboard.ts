import type { Locator, Page } from "playwright-core";

/** More stops than any screen has. */
const mostStops = 120;

/** A person who has no mouse: gets anywhere by Tab, arrows, Space and Enter. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** On with Tab until this has the focus. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let stop = 0; stop < mostStops; stop++) {
      if (await target.evaluate((element) => element.matches(":focus"))) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${target}.`);
  }

  async press(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press("Enter");
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.type(text);
  }

  async tick(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press("Space");
  }

  /** One of a group of radios: Tab leads into the group, arrows to the choice. */
  async choose(target: Locator): Promise<void> {
    await target.waitFor();
    const group = await target.getAttribute("name");
    const focused = this.page.locator(":focus");
    const isInGroup = async () =>
      (await focused.count()) > 0 && (await focused.getAttribute("name")) === group;
    for (let stop = 0; stop < mostStops && !(await isInGroup()); stop++)
      await this.page.keyboard.press("Tab");
    await this.page.keyboard.press("Space");
    for (let step = 0; step < mostStops && !(await target.isChecked()); step++)
      await this.page.keyboard.press("ArrowDown");
    if (!(await target.isChecked())) throw new Error(`Arrows do not lead to ${target}.`);
  }
}
