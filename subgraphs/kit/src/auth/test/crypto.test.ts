import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decryptField, encryptField, openToken, personKey, sealToken } from "../crypto.js";
import { type KeyRing, parseKeys } from "../keys.js";

const ring: KeyRing = { current: "k1", keys: { k1: randomBytes(32) } };
const rotated: KeyRing = { current: "k2", keys: { ...ring.keys, k2: randomBytes(32) } };
const place = { table: "person", column: "national_id", row: "1" };

describe("an encrypted field", () => {
  it("reads back at its place, also after the key was rotated", () => {
    const sealed = encryptField(ring, "A123456789", place);
    expect(sealed).not.toContain("A123456789");
    expect(decryptField(rotated, sealed, place)).toBe("A123456789");
  });

  it("is noise in any other row: a value copied from row to row does not decrypt", () => {
    const sealed = encryptField(ring, "A123456789", place);
    expect(() => decryptField(ring, sealed, { ...place, row: "2" })).toThrow(/person.national_id/);
  });

  it("is different noise each time, so that equal values do not show", () => {
    expect(encryptField(ring, "A123456789", place)).not.toBe(encryptField(ring, "A123456789", place));
  });
});

describe("a sealed token", () => {
  const now = new Date("2026-11-23T00:00:00Z");
  const expiry = new Date("2026-11-24T00:00:00Z");
  const token = sealToken(ring, "student-match", { studentId: "s" }, expiry);

  it("gives its payload until the moment it expires", () => {
    expect(openToken(rotated, "student-match", token, new Date(expiry.getTime() - 1))).toEqual({
      studentId: "s",
    });
    expect(() => openToken(ring, "student-match", token, expiry)).toThrow("InvalidToken");
  });

  it.each([
    ["made for another purpose", () => openToken(ring, "guardian-declaration", token, now)],
    ["with one character changed", () => openToken(ring, "student-match", flip(token), now)],
    ["that is no token at all", () => openToken(ring, "student-match", "…", now)],
    [
      "of a key that was retired",
      () => openToken({ current: "k3", keys: { k3: randomBytes(32) } }, "student-match", token, now),
    ],
  ])("refuses one %s", (_, open) => {
    expect(open).toThrow("InvalidToken");
  });
});

describe("a person's key", () => {
  it("is the same for one national ID and says nothing of it", () => {
    expect(personKey(ring, "A123456789")).toBe(personKey(ring, "A123456789"));
    expect(personKey(ring, "A123456789")).not.toBe(personKey(ring, "A223456781"));
  });
});

describe("a keys file", () => {
  it("is refused when a key is not 32 bytes long", () => {
    expect(() => parseKeys({ viewer: { current: "k1", keys: { k1: "c2hvcnQ=" } } })).toThrow(
      "must be 32 bytes",
    );
  });
});

function flip(token: string): string {
  const middle = Math.floor(token.length / 2);
  return token.slice(0, middle) + (token[middle] === "A" ? "B" : "A") + token.slice(middle + 1);
}
