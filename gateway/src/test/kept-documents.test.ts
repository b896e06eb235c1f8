import { buildSchema, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { KeptDocuments } from "../limits/kept-documents.js";
import { defaultLimits } from "../limits/limits.js";
import { createScreen } from "../limits/screen.js";

const document = parse("{ hello }");
const schema = buildSchema("type Query { schools: [School!]! } type School { code: ID! }");

describe("documents that are kept", () => {
  it("are never more than so many, however many come", () => {
    const kept = new KeptDocuments(100);
    for (let nth = 0; nth < 10_000; nth++) {
      kept.keep(`{ a${nth}: hello }`, document);
      expect(kept.count).toBeLessThanOrEqual(100);
    }
  });

  it("are the same that are asked for again and again, through a flood of others", () => {
    const kept = new KeptDocuments(100);
    kept.keep("often", document);
    for (let nth = 0; nth < 10_000; nth++) {
      kept.keep(`{ a${nth}: hello }`, document);
      if (nth % 40 === 0) expect(kept.get("often")).toBe(document);
    }
    expect(kept.get("{ a0: hello }")).toBeUndefined();
  });

  it("are told apart by every letter, and long ones are not kept at all", () => {
    const kept = new KeptDocuments(100);
    const screen = createScreen(defaultLimits, () => schema, { kept });
    const query = "{ schools { code } }";
    expect(screen({ query })).toBe(screen({ query }));
    expect(screen({ query: `${query} ` })).not.toBe(screen({ query }));
    const long = `${query} # ${"x".repeat(20_000)}`;
    expect(screen({ query: long })).not.toBe(screen({ query: long }));
    expect(kept.count).toBe(2);
  });
});
