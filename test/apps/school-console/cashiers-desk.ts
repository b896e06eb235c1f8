import type { Connection } from "@campus-graph/clients/connect";
import { IssueBillsDocument, SchoolStudentsDocument } from "@campus-graph/clients/generated/operations";
import type { Page } from "playwright-core";
import { elementary, taipeiDay } from "../../journeys/given.js";

/** Bills every student of the elementary school once under each of the titles. How many bills that are. */
export async function billSchool(
  cashier: Connection,
  titles: readonly string[],
  amount = 680,
): Promise<number> {
  const { school } = await cashier.query(SchoolStudentsDocument, { code: elementary });
  const classIds = school!.classes.map(({ id }) => id);
  let issued = 0;
  for (const title of titles) {
    const { issueBills } = await cashier.mutate(IssueBillsDocument, {
      input: {
        schoolCode: elementary,
        title,
        dueDate: taipeiDay(14),
        items: [{ name: title, amount }],
        classIds,
        idempotencyKey: crypto.randomUUID(),
      },
    });
    issued += issueBills.results.filter(({ ok }) => ok).length;
  }
  return issued;
}

/** The longest time for which a page let nobody do anything while this was done, as Chromium itself measures. */
export async function longestTaskMs(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(`
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    }).observe({ type: "longtask" });
  `);
  await work();
  // What ended just now is handed to the observer with the next turn.
  return page.evaluate<number>("new Promise((done) => setTimeout(() => done(Math.max(0, ...longTasks))))");
}
