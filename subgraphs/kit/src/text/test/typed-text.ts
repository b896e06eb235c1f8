import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../refusals/refusal.js";

/** What input methods, spreadsheets and damaged files are made of. */
export const scripts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."王林佑一二十年班號民國月日Aa1é09０９Ａａ＠．・‧。 　\t\n-－/@.+:'’()<>\"="),
    fc.constantFrom(
      "\u200B",
      "\uFEFF",
      "\uFFFD",
      "\0",
      "\uD842",
      "\u{E0100}",
      "\uFE00",
      "\u0301",
      "⿰",
      "\u3164",
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 24,
});

export const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(" ", "　");
export const padding = fc.string({ unit: fc.constantFrom(" ", "　", "\t", "\n", "\u00A0"), maxLength: 3 });
/** The text, its ASCII full-width or not, with white space around it. */
export const typed = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.boolean(), padding, padding).map(([text, isWide, before, after]) => ({
    text,
    written: `${before}${isWide ? wide(text) : text}${after}`,
  }));

/** What a parser makes of the text: a value, or the code of its refusal. */
export function read(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** Whatever is typed, a parser reads or refuses it; and so at once, however long it is. */
export function describeParsers(
  parsers: Readonly<Record<string, { parse: (text: string) => unknown; code: string }>>,
): void {
  describe.each(Object.entries(parsers))("%s, out of any text", (_, { parse, code }) => {
    it("is read or refused, and what was read reads as itself", () => {
      fc.assert(
        fc.property(scripts, (text) => {
          let kept: unknown;
          try {
            kept = parse(text);
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
            return;
          }
          expect(parse(String(kept))).toBe(kept);
          expect(String(kept)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\uFFFD]/u);
        }),
        { numRuns: 2_000 },
      );
    });

    it("is refused at once where the text is without measure", () => {
      const since = performance.now();
      for (const text of [
        `a${"\u0316".repeat(8_000)}`,
        "⿰".repeat(3_000),
        `1${" ".repeat(100_000)}x`,
        "\u200B".repeat(500),
      ])
        expect(read(parse, text)).toBe(code);
      expect(performance.now() - since).toBeLessThan(200);
    });
  });
}

/** What is typed in full width, with white space around it, is the same. */
export function expectSameWhenTyped(parse: (text: string) => unknown, text: fc.Arbitrary<string>): void {
  fc.assert(
    fc.property(typed(text), ({ text, written }) => {
      expect(parse(written)).toBe(parse(text));
    }),
  );
}
