import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Graph, startGraph } from "../harness/graph.js";
import { startChromium } from "./chromium.js";

let graph: Graph;
let chromium: Browser;
let context: BrowserContext;
/** A page of ours. What its policy would forbid is let through: here the browser's own rules are looked at. */
let ours: Page;
let foreignSites: ForeignSites;

beforeAll(async () => {
  graph = await startGraph({ demoCity: true });
  foreignSites = await serveForeignSites();
  chromium = await startChromium();
});
afterAll(async () => {
  await chromium?.close();
  await foreignSites?.[Symbol.asyncDispose]();
  await graph?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await context?.close();
  context = await chromium.newContext({ locale: "zh-TW", bypassCSP: true });
  ours = await context.newPage();
  await ours.goto(`${graph.publicUrl}/session/sign-in?returnTo=/`);
  await ours.fill("#login", "guardian@campus.example");
  await ours.fill("#password", graph.password);
  await ours.click("button[type=submit]");
  await ours.waitForURL(`${graph.publicUrl}/`);
});

interface ForeignSites extends AsyncDisposable {
  /** Another port of the graph's own host: another origin, to which the browser's cookies are no stranger. */
  sameSite: string;
  otherSite: string;
}

/** Pages that are not ours. */
async function serveForeignSites(): Promise<ForeignSites> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>elsewhere</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    sameSite: `http://127.0.0.1:${port}`,
    otherSite: `http://localhost:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const kindOf = (page: Page) =>
  page.evaluate(async (url) => {
    const answer = await fetch(`${url}/session`, { credentials: "include" });
    return ((await answer.json()) as { kind: string }).kind;
  }, graph.publicUrl);

/** What an operation over a socket comes to: the type and first code or kind of the answer. */
const overSocket = (page: Page) =>
  page.evaluate(
    async (url) => {
      const socket = new WebSocket(url, "graphql-transport-ws");
      return new Promise<string>((resolve) => {
        socket.onopen = () => socket.send('{"type":"connection_init"}');
        socket.onclose = ({ code, reason }) => resolve(`${code} ${reason}`);
        socket.onmessage = ({ data }) => {
          if (data.includes("connection_ack"))
            socket.send('{"id":"1","type":"subscribe","payload":{"query":"{ me { email } }"}}');
          else if (data.includes('"next"') || data.includes('"error"')) resolve(data);
        };
      });
    },
    `${graph.publicUrl.replace("http", "ws")}/graphql`,
  );

describe("in a real browser, the session's cookie", () => {
  it("says to a page of ours who is signed in, by whatever way it asks, and shows itself to no script", async () => {
    expect(await kindOf(ours)).toBe("SIGNED_IN");
    const response = await ours.evaluate(async () => {
      const answer = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ me { email } }" }),
      });
      return answer.json();
    });
    expect(response).toEqual({ data: { me: { email: "guardian@campus.example" } } });
    expect(await ours.evaluate<string>("document.cookie")).toBe("");
    expect(await overSocket(ours)).toContain("guardian@campus.example");
  });

  it.each(["sameSite", "otherSite"] as const)(
    "tells a page of another origin (%s) nothing",
    async (where) => {
      const theirs = await context.newPage();
      await theirs.goto(foreignSites[where]);
      // Neither may it read the answer, nor is there anything in it.
      await expect(kindOf(theirs)).rejects.toThrow("Failed to fetch");
      const response = theirs.evaluate(async (url) => {
        const answer = await fetch(`${url}/graphql`, {
          method: "POST",
          credentials: "include",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query: "{ me { email } }" }),
        });
        return answer.text();
      }, graph.publicUrl);
      await expect(response).rejects.toThrow("Failed to fetch");
      expect(await overSocket(theirs)).toContain("UNAUTHENTICATED");
    },
  );

  it.each(["sameSite", "otherSite"] as const)(
    "does nothing that such a page (%s) sends without asking",
    async (where) => {
      const theirs = await context.newPage();
      await theirs.goto(foreignSites[where]);
      await theirs.evaluate(async (url) => {
        await fetch(`${url}/session/sign-out`, { method: "POST", mode: "no-cors", credentials: "include" });
        const body = JSON.stringify({ query: "mutation { signOutEverywhere { id } }" });
        await fetch(`${url}/graphql`, { method: "POST", mode: "no-cors", credentials: "include", body });
      }, graph.publicUrl);
      await theirs.setContent(`<form method="post" action="${graph.publicUrl}/session/sign-out"><button>`);
      await theirs.click("button");
      await theirs.waitForURL(`${graph.publicUrl}/session/sign-out`);
      expect(await theirs.textContent("body")).toContain("FORBIDDEN");
      expect(await kindOf(ours)).toBe("SIGNED_IN");
    },
  );

  it("opens no event stream by GET, from wherever", async () => {
    const theirs = await context.newPage();
    await theirs.goto(foreignSites.sameSite);
    for (const page of [ours, theirs]) {
      const seen = await page.evaluate(
        (url) =>
          new Promise<string>((resolve) => {
            const stream = new EventSource(url, { withCredentials: true });
            stream.onopen = () => resolve("open");
            stream.onerror = () => resolve("refused");
          }),
        `${graph.publicUrl}/graphql?query=${encodeURIComponent("subscription { billNotice { id } }")}`,
      );
      expect(seen).toBe("refused");
    }
  });

  it("keeps nobody signed in whom another put there", async () => {
    const [cookie] = (await context.cookies()).filter(({ name }) => name === "campus");
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    const victims = await chromium.newContext({ bypassCSP: true });
    await victims.addCookies([{ ...cookie!, httpOnly: false }]);
    const page = await victims.newPage();
    await page.goto(`${graph.publicUrl}/session/sign-in?returnTo=/`);
    await page.fill("#login", "coguardian@campus.example");
    await page.fill("#password", graph.password);
    await page.click("button[type=submit]");
    await page.waitForURL(`${graph.publicUrl}/`);
    const own = (await victims.cookies()).find(({ name }) => name === "campus");
    expect(own?.value).not.toBe(cookie!.value);
    expect(await overSocket(page)).toContain("coguardian@campus.example");
    // Whoever planted it has lost it.
    expect(await kindOf(ours)).toBe("ANONYMOUS");
    await victims.close();
  });

  it("ends in every tab with a sign-out in one", async () => {
    const closed = ours.evaluate(
      async (url) => {
        const socket = new WebSocket(url, "graphql-transport-ws");
        Object.assign(globalThis, {
          isOpen: new Promise((resolve) => socket.addEventListener("message", resolve)),
        });
        socket.onopen = () => socket.send('{"type":"connection_init"}');
        return new Promise<string>((resolve) => {
          socket.onclose = ({ code, reason }) => resolve(`${code} ${reason}`);
        });
      },
      `${graph.publicUrl.replace("http", "ws")}/graphql`,
    );
    await ours.evaluate("globalThis.isOpen");
    const second = await context.newPage();
    await second.goto(`${graph.publicUrl}/`);
    await second.evaluate(() => fetch("/session/sign-out", { method: "POST" }));
    expect(await closed).toBe("4403 SESSION_ENDED");
    expect(await kindOf(ours)).toBe("ANONYMOUS");
    expect((await context.cookies()).map(({ name }) => name)).not.toContain("campus");
    await ours.goto(`${graph.publicUrl}/session/sign-in`);
    expect(await ours.locator("#password").count()).toBe(1);
  });
});
