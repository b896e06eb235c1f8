import { PostgreSqlPlatform } from "@mikro-orm/postgresql";
import { expect, it } from "vitest";
import { startTestNode } from "../../events/test/test-node.js";
import { testNodes } from "../../events/test/test-nodes.js";
import { quoteWholeLiterals } from "../quoted-literals.js";

/** Whatever can mean something in a literal or in a replacement, and a letter that is several bytes. */
const letters = ["'", "\\", "$&", "$'", "E", "\n", "\0", "字", "\ud83d\ude00", "?", " "];

function platforms(): [theirs: PostgreSqlPlatform, ours: PostgreSqlPlatform] {
  const [theirs, ours] = [new PostgreSqlPlatform(), new PostgreSqlPlatform()];
  quoteWholeLiterals(ours);
  return [theirs, ours];
}

it("quotes every text as the ORM itself does", () => {
  const [theirs, ours] = platforms();
  const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  const texts = ["", ...letters, ...words, words.join("")];
  expect(texts.map((text) => ours.escape(text))).toEqual(texts.map((text) => theirs.escape(text)));
});

/**
 * A comparison in one process and of the best of several: 14 times here. Where the ORM has caught up, this fails, and the
 * patch can go.
 */
it("does so in a subgraph's database in less than a quarter of the time, for the rows of a class as JSON", async () => {
  await using database = await testNodes();
  await using node = await startTestNode(database.urls, "roster");
  const ours = node.database.em.getPlatform();
  const theirs = new PostgreSqlPlatform();
  const rows = JSON.stringify(Array.from({ length: 2_000 }, (_, at) => ({ id: at, title: "營養午餐費" })));
  expect(fastestMs(() => ours.escape(rows))).toBeLessThan(fastestMs(() => theirs.escape(rows)) / 4);
});

function fastestMs(act: () => string): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 20; time++) {
    const began = performance.now();
    // The result is read whole: a text that was only put together is a tree of its parts until then.
    Buffer.from(act());
    fastest = Math.min(fastest, performance.now() - began);
  }
  return fastest;
}
