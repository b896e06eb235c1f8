import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../refusals/refusal.js";
import { parseBirthDate } from "../birth-date.js";
import { classKey, parseClassName } from "../class-name.js";
import { parseEmailAddress } from "../email-address.js";
import { mobileNumberIn, parseMobileNumber } from "../mobile-number.js";
import { parseNationalId } from "../national-id.js";
import { maskName, parsePersonName } from "../person-name.js";
import { parseSeatNumber } from "../seat-number.js";
import { isLetter, signsOf } from "../signs.js";

const parsers: Record<string, (text: string) => unknown> = {
  name: parsePersonName,
  "e-mail": parseEmailAddress,
  mobile: parseMobileNumber,
  "national ID": parseNationalId,
  "birth date": (text) => parseBirthDate(text, "2026-09-01"),
  "class name": parseClassName,
  seat: parseSeatNumber,
};

/** What input methods, spreadsheets and damaged files are made of. */
const scripts = fc.string({
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

const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(" ", "　");
const padding = fc.string({ unit: fc.constantFrom(" ", "　", "\t", "\n", "\u00A0"), maxLength: 3 });
/** The text, its ASCII full-width or not, with white space around it. */
const typed = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.boolean(), padding, padding).map(([text, isWide, before, after]) => ({
    text,
    written: `${before}${isWide ? wide(text) : text}${after}`,
  }));

describe.each(Object.entries(parsers))("%s, out of any text", (_, parse) => {
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
});

const letter = fc.constantFrom(..."王林陳佑妍諾幹𠮷云雲", "葛\u{E0101}", "⿰方土", "\uE000");

describe("a name", () => {
  it("is the same name however its characters are spaced", () => {
    fc.assert(
      fc.property(
        fc.array(letter, { minLength: 1, maxLength: 6 }),
        padding,
        padding,
        (letters, gap, edge) => {
          expect(parsePersonName(edge + letters.join(gap) + edge)).toBe(letters.join(""));
        },
      ),
    );
  });

  it("is the same name with whatever dot", () => {
    const dot = fc.constantFrom(..."‧·・･•．。˙.");
    fc.assert(
      fc.property(
        fc.array(letter, { minLength: 2, maxLength: 6 }),
        dot,
        padding,
        ([first, ...rest], dot, gap) => {
          expect(parsePersonName(`${first}${gap}${dot}${gap}${rest.join("")}`)).toBe(
            `${first}‧${rest.join("")}`,
          );
        },
      ),
    );
  });

  it("shows two of its letters at most, and one of two", () => {
    const latin = fc.constantFrom("e\u0301", "A", "o", "n\u0303", "김", "た");
    const signs = fc.array(fc.oneof(letter, latin, fc.constantFrom(" ", "‧")), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(signs, (signs) => {
        const name = signs.join("").normalize("NFC");
        const letters = signsOf(name).filter(isLetter);
        fc.pre(letters.length > 0);
        const masked = maskName(name);
        if (/\*/.test(masked)) return;
        const shown = signsOf(masked).filter((sign) => isLetter(sign) && sign !== "O");
        expect(shown.length).toBeLessThanOrEqual(letters.length > 2 ? 2 : letters.length - 1);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a word of letters", () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿĀ-ſα-ωа-я]{1,20}$/u);

  it("shows its first letter and not how long it is", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const shown = words.map((word) => `${signsOf(word.normalize("NFC"))[0]}***`);
        expect(maskName(words.join(" "))).toBe(shown.join(" "));
        expect(maskName(words.join("‧"))).toBe(shown.join("‧"));
      }),
    );
  });

  it("shows nothing beside a name of characters", () => {
    fc.assert(
      fc.property(word, (word) => {
        expect(maskName(`王大明 ${word}`)).toBe("王O明 ***");
      }),
    );
  });
});

it("takes no name for one that is masked", () => {
  const places = fc.array(letter, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(places, fc.constantFrom(..."OoＯX○◯*＊"), fc.boolean(), (letters, sign, isInside) => {
      const masked = `${letters.join("")}${sign}${isInside ? letters[0] : ""}`;
      expect(() => parsePersonName(masked)).toThrow(expect.objectContaining({ code: "NAME_MASKED" }));
    }),
  );
});

describe("what is typed in full width, with white space around it,", () => {
  const same = (parse: (text: string) => unknown, text: fc.Arbitrary<string>) =>
    fc.assert(
      fc.property(typed(text), ({ text, written }) => {
        expect(parse(written)).toBe(parse(text));
      }),
    );

  it("is the same e-mail address", () => {
    same(parseEmailAddress, fc.stringMatching(/^[A-Za-z0-9_+-]{1,12}@[a-z0-9]{1,8}\.(tw|com)$/));
  });

  it("is the same mobile number, with whatever separators", () => {
    same(parseMobileNumber, fc.stringMatching(/^(09|\+886 ?9)\d{2}[- ]?\d{3}[- ]?\d{3}$/));
  });

  it("is the same date", () => {
    const parts = fc.record({
      year: fc.integer({ min: 100, max: 114 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      separator: fc.constantFrom("/", "-", "."),
      isWestern: fc.boolean(),
    });
    same(
      parsers["birth date"]!,
      parts.map(({ year, month, day, separator, isWestern }) =>
        [isWestern ? year + 1911 : year, month, day].join(separator),
      ),
    );
  });

  it("is the same seat", () => {
    same(parseSeatNumber, fc.integer({ min: 1, max: 999 }).map(String));
  });
});

it("finds one class under any writing of its numbers", () => {
  const han = (number: number) => {
    const digit = (at: number) => (at === 0 ? "" : "一二三四五六七八九"[at - 1]);
    return number < 10
      ? digit(number)
      : `${number < 20 ? "" : digit(Math.floor(number / 10))}十${digit(number % 10)}`;
  };
  const number = fc.integer({ min: 1, max: 12 });
  const order = fc.integer({ min: 1, max: 39 });
  fc.assert(
    fc.property(number, order, padding, (grade, order, gap) => {
      const plain = `${grade}年${order}班`;
      for (const name of [
        plain,
        wide(plain),
        `${han(grade)}年${han(order)}班`,
        `${han(grade)}年${wide(String(order))}班`,
      ])
        expect(classKey(parseClassName(gap + name))).toBe(plain);
    }),
  );
});

it("takes no mobile number out of a text that holds more", () => {
  const other = fc.string({ unit: fc.constantFrom(..."王先生a@x:,;/#*年"), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.stringMatching(/^09\d{8}$/), other, fc.boolean(), (number, other, isBefore) => {
      expect(mobileNumberIn(isBefore ? other + number : number + other)).toBeNull();
    }),
  );
});
