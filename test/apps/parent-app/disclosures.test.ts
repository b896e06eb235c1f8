import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPeople } from "../../../schema/demo-city/index.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { telephone, Visitor } from "./visitor.js";

let graph: Graph;
let chromium: Browser;
beforeAll(async () => {
  await buildApps();
  graph = await startGraph({ demoCity: true });
  chromium = await startChromium();
});
afterAll(async () => {
  await chromium?.close();
  await graph?.[Symbol.asyncDispose]();
});

/** The teacher has looked at the guardian's national ID. */
async function givenLook(): Promise<void> {
  const client = new pg.Client(graph.databaseUrls.identity);
  await client.connect();
  await client.query(
    `insert into identity.disclosure (id, at, by_subject_id, role, school_code, what, person_subject_id)
     values ($1, now(), $2, 'TEACHER', '403601', 'NATIONAL_ID', $3)`,
    [randomUUID(), demoPeople.teacher.subjectId, demoPeople.guardian.subjectId],
  );
  await client.end();
}

it.each(["zh-TW", "en"] as const)(
  "tells a guardian who looked at their national ID, in %s",
  async (language) => {
    const translate = (zh: string, en: string) => (language === "en" ? en : zh);
    await using visitor = await Visitor.arrive(chromium, graph.publicUrl, { ...telephone, language });
    await visitor.signIn(demoPeople.guardian.email, demoPassword);
    await visitor.page.goto("/parent/me");
    await visitor.page
      .getByRole("link", { name: translate("誰看過我的資料", "Who looked at my data") })
      .click();
    await visitor.page.getByText(translate("沒有人看過。", "Nobody has looked.")).first().waitFor();
    await givenLook();
    await visitor.page.reload();
    await visitor.page.getByText(demoPeople.teacher.name).first().waitFor();
    await visitor.looksAt("me-disclosures");
    expect(visitor.complaints).toEqual([]);
  },
);
