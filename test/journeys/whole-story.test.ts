import { expect, it } from "vitest";
import { Narrator } from "../../clients/demo/narrator.js";
import { runStory } from "../../clients/demo/story.js";
import { expectBooksToBalance } from "../harness/books.js";
import { startGraph } from "../harness/graph.js";
import { cityOf } from "./city.js";

it("tells the whole story, twice in one city, over two copies of the gateway", async () => {
  await using graph = await startGraph({ demoCity: true, gateways: 2 });
  for (const time of ["first", "second"]) {
    const lines: string[] = [];
    const narrator = new Narrator((line) => lines.push(line));
    await runStory(cityOf(graph), narrator).catch((error: Error) => {
      throw new Error(`The ${time} time: ${error.message}\n${lines.slice(-20).join("\n")}`, { cause: error });
    });
    expect(narrator.steps).toBeGreaterThan(25);
    expect(lines.filter((line) => line.startsWith("✗"))).toEqual([]);
  }
  await expectBooksToBalance(graph);
});
