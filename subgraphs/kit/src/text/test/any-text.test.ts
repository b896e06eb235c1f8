import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEmailAddress } from "../email-address.js";
import { mobileNumberIn, parseMobileNumber } from "../mobile-number.js";
import { parseNationalId } from "../national-id.js";
import { maskName, parsePersonName } from "../person-name.js";
import { isLetter, signsOf } from "../signs.js";
import { describeParsers, expectSameWhenTyped, padding } from "./typed-text.js";

describeParsers({
  name: { parse: parsePersonName, code: "NAME_INVALID" },
  "e-mail": { parse: parseEmailAddress, code: "EMAIL_INVALID" },
  mobile: { parse: parseMobileNumber, code: "MOBILE_INVALID" },
  "national ID": { parse: parseNationalId, code: "NATIONAL_ID_INVALID" },
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
  it("is the same e-mail address", () => {
    expectSameWhenTyped(
      parseEmailAddress,
      fc.stringMatching(/^[A-Za-z0-9_+-]{1,12}@[a-z0-9]{1,8}\.(tw|com)$/),
    );
  });

  it("is the same mobile number, with whatever separators", () => {
    expectSameWhenTyped(parseMobileNumber, fc.stringMatching(/^(09|\+886 ?9)\d{2}[- ]?\d{3}[- ]?\d{3}$/));
  });
});

it("takes no mobile number out of a text that holds more", () => {
  const other = fc.string({ unit: fc.constantFrom(..."王先生a@x:,;/#*年"), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.stringMatching(/^09\d{8}$/), other, fc.boolean(), (number, other, isBefore) => {
      expect(mobileNumberIn(isBefore ? other + number : number + other)).toBeNull();
    }),
  );
});
