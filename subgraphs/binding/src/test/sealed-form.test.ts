import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../domain/sealed-form.js";

/** How forms were spelt before the library did it: their hashes are of these bytes. */
function speltByHand(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(speltByHand).join(",")}]`;
  const entries = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${speltByHand(each)}`);
  return `{${entries.join(",")}}`;
}

/** Whole characters of every plane, since the border refuses half ones. */
const text = fc.string({ unit: "binary" });
const { json } = fc.letrec<{ json: unknown; list: unknown[]; record: Record<string, unknown> }>((tie) => ({
  json: fc.oneof(
    { depthSize: "medium" },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie("list"),
    tie("record"),
  ),
  list: fc.array(tie("json")),
  record: fc.dictionary(text, tie("json")),
}));

describe("the one spelling of a sealed form", () => {
  it("is what it was when it was written by hand, for every value that JSON holds", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson({ value })).toBe(speltByHand({ value }));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is the same whatever the order of the keys, and sorts them by code unit", () => {
    expect(canonicalJson({ b: 1, "\u{1F600}": 2, "\uFB33": 3, a: [{ d: -0, c: 1e21 }] })).toBe(
      '{"a":[{"c":1e+21,"d":0}],"b":1,"\u{1F600}":2,"\uFB33":3}',
    );
  });

  it("is had of no half character, which would be kept as something else than was signed", () => {
    expect(() => canonicalJson({ otherRelationship: "\ud83d" })).toThrow("Lone surrogate");
  });
});
