import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import { createDocumentStore } from "../operations/document-store.js";

const documentOf = (nth: number, characters = 20) => parse(`{ a${nth}: hello } #`.padEnd(characters, "x"));

describe("documents that are kept", () => {
  it("are never more than so many, however many come", async () => {
    const store = createDocumentStore();
    for (let nth = 0; nth < 3_000; nth++) await store.set(`${nth}`, documentOf(nth));
    expect(store.count()).toBe(1_000);
  });

  it("are no more than so much text, however few they are", async () => {
    const store = createDocumentStore();
    for (let nth = 0; nth < 300; nth++) await store.set(`${nth}`, documentOf(nth, 15_000));
    expect(store.count()).toBe(133);
    expect(await store.get("299")).toBeDefined();
  });

  it("are the same that are asked for again and again, through a flood of others", async () => {
    const store = createDocumentStore();
    const often = documentOf(0);
    await store.set("often", often);
    for (let nth = 0; nth < 3_000; nth++) {
      await store.set(`${nth}`, documentOf(nth));
      if (nth % 400 === 0) expect(await store.get("often")).toBe(often);
    }
    expect(await store.get("0")).toBeUndefined();
  });

  it("are none that are long", async () => {
    const store = createDocumentStore();
    await store.set("long", documentOf(0, 20_000));
    expect(store.count()).toBe(0);
  });
});
