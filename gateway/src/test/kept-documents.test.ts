import { buildSchema, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { KeptDocuments } from "../limits/kept-documents.js";
import { defaultLimits } from "../limits/limits.js";
import { createScreen } from "../limits/screen.js";

const document = parse("{ hello }");
const most = { documents: 100, characters: 10_000 };
const schema = buildSchema("type Query { schools: [School!]! } type School { code: ID! }");

describe("documents that are kept", () => {
  it("are never more than so many, however many come", () => {
    const kept = new KeptDocuments(most);
    for (let nth = 0; nth < 10_000; nth++) {
      kept.keep(`{ a${nth}: hello }`, document);
      expect(kept.count).toBeLessThanOrEqual(100);
    }
  });

  it("are no more than so much text, however few they are", () => {
    const kept = new KeptDocuments(most);
    const texts = Array.from({ length: 50 }, (_, nth) => `{ a${nth}: hello } #${"x".repeat(1_000)}`);
    for (const text of texts) {
      kept.keep(text, document);
      expect(kept.count).toBeLessThan(10);
      expect(kept.get(text)).toBe(document);
    }
  });

  it("are the same that are asked for again and again, through a flood of others", () => {
    const kept = new KeptDocuments(most);
    kept.keep("often", document);
    for (let nth = 0; nth < 10_000; nth++) {
      kept.keep(`{ a${nth}: hello }`, document);
      if (nth % 40 === 0) expect(kept.get("often")).toBe(document);
    }
    expect(kept.get("{ a0: hello }")).toBeUndefined();
  });

  it("are told apart by every letter, and long ones are not kept at all", () => {
    const kept = new KeptDocuments(most);
    const screen = createScreen(defaultLimits, () => schema, { kept });
    const query = "{ schools { code } }";
    expect(screen({ query })).toBe(screen({ query }));
    expect(screen({ query: `${query} ` })).not.toBe(screen({ query }));
    const long = `${query} # ${"x".repeat(20_000)}`;
    expect(screen({ query: long })).not.toBe(screen({ query: long }));
    expect(kept.count).toBe(2);
  });
});
