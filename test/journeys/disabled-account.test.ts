import { demoPeople } from "@campus-graph/schema/demo-city";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Graph, startGraph } from "../harness/graph.js";
import { Page } from "../harness/page.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ demoCity: true, gateways: 2 });
});
afterAll(() => graph?.[Symbol.asyncDispose]());

const notices = "subscription { billNotice { id } }";
const me = "{ me { id } }";
const { coguardian } = demoPeople;

async function itOffice(): Promise<Page> {
  const page = new Page(graph);
  await page.signIn("it@campus.example");
  return page;
}

const care = (page: Page, act: "disableAccount" | "enableAccount") =>
  page.execute(
    `mutation ($id: ID!) { ${act}(input: { accountId: $id, reason: "a lost telephone" }) { id state } }`,
    { id: coguardian.subjectId },
  );

describe("an account that a school's IT office disables", () => {
  it("is closed at every copy when the answer comes: sockets, queries and what its owner had begun", async () => {
    const [office, owner, other] = [await itOffice(), new Page(graph), new Page(graph)];
    await owner.signIn(coguardian.email);
    await other.signIn("guardian@campus.example");
    const sockets = await Promise.all(graph.urls.map((url) => owner.subscribe(notices, url)));
    const others = await other.subscribe(notices);
    // What is under way meanwhile ends as it may: what matters is that nothing begins after the answer.
    const begun = Array.from({ length: 20 }, (_, at) =>
      owner.execute("mutation { startApplication { id } }", {}, graph.urls[at % 2]).then(
        () => "done",
        (error: Error) => error.message,
      ),
    );
    await care(office, "disableAccount");
    for (const url of graph.urls) {
      await expect(owner.execute(me, {}, url)).rejects.toThrow("UNAUTHENTICATED");
      await expect(owner.execute("mutation { startApplication { id } }", {}, url)).rejects.toThrow(
        "UNAUTHENTICATED",
      );
      expect(await (await owner.subscribe(notices, url)).ended).toBe("1000 UNAUTHENTICATED");
    }
    for (const { ended } of sockets) expect(await ended).toBe("4403 SESSION_ENDED");
    for (const answer of await Promise.all(begun))
      expect(answer).toMatch(/^done$|UNAUTHENTICATED|SUBGRAPH_UNAVAILABLE/);
    expect((await owner.session()).kind).toBe("ANONYMOUS");
    expect(await Promise.race([others.ended, "still live"])).toBe("still live");
    await care(office, "enableAccount");
    const again = new Page(graph);
    await again.signIn(coguardian.email);
    for (const url of graph.urls)
      expect(await again.execute<{ me: { id: string } }>(me, {}, url)).toEqual({
        me: { id: coguardian.subjectId },
      });
    await expect(owner.execute(me)).rejects.toThrow("UNAUTHENTICATED");
  });
});
