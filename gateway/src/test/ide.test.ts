import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
let operations: string;
beforeAll(async () => {
  operations = await mkdtemp(join(tmpdir(), "operations-"));
  await mkdir(join(operations, "guardian"));
  await mkdir(join(operations, "anyone"));
  await writeFile(
    join(operations, "guardian", "Pay.graphql"),
    "# Pays.\nmutation Pay($amount: Int!) { pay(amount: $amount) }",
  );
  await writeFile(join(operations, "anyone", "Hello.graphql"), "# Says hello.\nquery Hello { hello }");
  world = await TestWorld.start();
  gateway = await world.gateway({ operations });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(operations, { recursive: true });
});

const browse = (path: string, { url }: Gateway = gateway) =>
  fetch(`${url}${path}`, { headers: { accept: "text/html,*/*" } });

describe("the IDE", () => {
  it("is shown to browsers at /graphql, and loads nothing from elsewhere", async () => {
    for (const path of ["/graphql", "/graphql?operation=anyone%2FHello"]) {
      const page = await browse(path);
      expect(page.status).toBe(200);
      expect(page.headers.get("content-type")).toContain("text/html");
      expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
      const html = await page.text();
      expect(html).not.toMatch(/https?:\/\//);
      for (const [, source] of html.matchAll(/(?:src|href)="(\/[^"]*)"/g))
        expect((await browse(source!)).status, source).toBe(200);
    }
  });

  it("serves every module that its page is made of", async () => {
    const seen = new Set<string>();
    const load = async (name: string) => {
      if (seen.has(name)) return;
      seen.add(name);
      const module = await browse(`/ide/${name}`);
      expect(module.status, name).toBe(200);
      for (const [, further] of (await module.text()).matchAll(/^import .* from "\.\/(.+)";$/gm))
        await load(further!);
    };
    await load("page.js");
    expect(seen.size).toBeGreaterThan(5);
  });

  it("offers the operations of every role, in the story's order, with variables to fill in", async () => {
    const { examples } = (await (await browse("/ide/examples.json")).json()) as { examples: object[] };
    expect(examples).toEqual([
      {
        id: "anyone/Hello",
        role: "anyone",
        name: "Hello",
        title: "Hello",
        kind: "query",
        description: "Says hello.",
        query: expect.any(String),
        variables: "",
      },
      {
        id: "guardian/Pay",
        role: "guardian",
        name: "Pay",
        title: "Pay",
        kind: "mutation",
        description: "Pays.",
        query: expect.stringContaining("mutation Pay"),
        variables: JSON.stringify({ amount: 0 }, null, 2),
      },
    ]);
  });

  it("brings its workers along, and sends what a browser has already only once", async () => {
    for (const worker of ["editor", "json", "graphql"]) {
      const first = await browse(`/ide/${worker}-worker.js`);
      expect(first.headers.get("content-type")).toContain("javascript");
      const again = await fetch(first.url, { headers: { "if-none-match": first.headers.get("etag")! } });
      expect(again.status).toBe(304);
    }
  });

  it("is not there in production", async () => {
    const closed = await world.gateway({ mode: "production", operations });
    expect((await browse("/ide/page.js", closed)).status).toBe(404);
    expect((await browse("/graphql", closed)).headers.get("content-type")).not.toContain("html");
  });
});
