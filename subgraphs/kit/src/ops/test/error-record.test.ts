import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorRecord, withoutValues } from "../error-record.js";

describe("an error in the log", () => {
  it("says why, where, and what it came of", () => {
    const cause = Object.assign(new Error("connect refused"), { code: "ECONNREFUSED" });
    const record = errorRecord(new TypeError("no line to roster", { cause }));
    expect(record).toMatchObject({
      type: "TypeError",
      message: "no line to roster",
      cause: { type: "Error", code: "ECONNREFUSED", message: "connect refused" },
    });
    expect(record.stack).toMatch(/^\s+at /);
    expect(record.stack).not.toContain("no line");
  });

  it("says what the database said, not what it was asked with", () => {
    const error = new Error(
      "insert into guardian values ('A123456789', '陳大名') - duplicate key value violates unique constraint \"guardian_key\"\nDETAIL: Key (national_id)=(A123456789)",
    );
    error.name = "UniqueConstraintViolationException";
    expect(errorRecord(error).message).toBe('duplicate key value violates unique constraint "guardian_key"');
  });

  it.each([
    [
      'invalid input syntax for type uuid: "x - Wang Ming-Hua ABCD2345"',
      "invalid input syntax for type uuid: […]",
    ],
    [
      'new row for relation "bill" violates check constraint "bill_amount"\n - detail: Failing row contains (Wang - x, -1).',
      'new row for relation "bill" violates check constraint "bill_amount"',
    ],
    [
      'invalid input value for enum bill_status: "Wang - Ming"',
      "invalid input value for enum bill_status: […]",
    ],
  ])("says what the database said, and no value that a driver told beside it: %s", (message, recorded) => {
    const error = Object.assign(new Error(message), { name: "DriverException" });
    expect(errorRecord(error).message).toBe(recorded);
  });

  it.each([
    "no such school:\n    at 王大明 A123456789\n    at home",
    "no such school:\n    at Wang (A123456789:1:1)\n    at file:///A123456789:1:1",
  ])("keeps of a stack what the machine wrote, and no line that somebody typed: %j", (message) => {
    const record = errorRecord(new RangeError(message));
    expect(record.stack).toContain("error-record.test.ts");
    expect(record.stack).not.toMatch(/A123456789|王大明|home/);
    const changed = new RangeError(message);
    changed.message = "told otherwise";
    expect(errorRecord(changed).stack).not.toMatch(/A123456789|王大明|home/);
  });

  it.each([
    [
      "insert into guardian values ('王\n大明\n - A123456789') - duplicate key value violates unique constraint",
      "duplicate key value violates unique constraint",
    ],
    [
      "insert into guardian values ('Wang\n - detail: Ming') - duplicate key value violates unique constraint\n - detail: Key (name)=(Wang).",
      "duplicate key value violates unique constraint",
    ],
    [
      'invalid input syntax for type uuid: "Wang\n - Ming-Hua"\n - where: unnamed portal parameter $1',
      "invalid input syntax for type uuid: […]",
    ],
  ])("says what the database said of a value that goes over several lines: %j", (message, recorded) => {
    const error = Object.assign(new Error(message), { name: "DriverException" });
    expect(errorRecord(error).message).toBe(recorded);
  });

  it.each([
    ["one long word", "a".repeat(1_000_000)],
    ["many quotes", 'x, "'.repeat(300_000)],
    ["many words", "a@a ".repeat(300_000)],
  ])("is written soon, however long the message is: %s", (_, message) => {
    const began = performance.now();
    expect(withoutValues(message).length).toBeLessThanOrEqual(1_000);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it("keeps no half of an address where it cuts a message", () => {
    const message = `${"陳".repeat(1_990)} wang.ming-hua@example.tw`;
    expect(withoutValues(message)).toBe("[…] […]");
  });

  it("names the first of several causes", () => {
    const causes = new AggregateError([new Error("the first"), new Error("the second")], "");
    expect(errorRecord(causes).cause?.message).toBe("the first");
  });

  it.each([
    [
      "Int cannot represent non 32-bit signed integer value: 3000000000",
      "Int cannot represent non 32-bit signed integer value: […]",
    ],
    ['Enum "BillStatus" cannot represent value: "PAYED"', 'Enum "BillStatus" cannot represent value: […]'],
    ['invalid input syntax for type uuid: "A123456789"', "invalid input syntax for type uuid: […]"],
    [
      "Unexpected token '陳', \"陳大名,A123\" is not valid JSON",
      "Unexpected token '[…]', […] is not valid JSON",
    ],
    ["no account for chen@example.tw", "no account for […]"],
    ["0912345678 is taken", "[…] is taken"],
    ["0912-345-678 is taken", "[…] is taken"],
    ["+886 912 345 678 is taken", "[…] is taken"],
    ["(02)2345-6789 is taken", "([…] is taken"],
    ["4311-9522-1234-5678 was refused", "[…] was refused"],
    ["4311 9522 1234 5678 was refused", "[…] was refused"],
    ["the person A123456789 is unknown", "the person […] is unknown"],
    ["4803006300000198 was paid", "[…] was paid"],
    ["陳大名 is nobody's guardian", "[…] is nobody's guardian"],
  ])("%s becomes %s", (message, recorded) => {
    expect(withoutValues(message)).toBe(recorded);
  });

  it.each([
    "Cannot read properties of undefined (reading 'schoolCode')",
    "roster did not answer each of 12 joint reads",
    'relation "bill" does not exist',
    "connect ECONNREFUSED 127.0.0.1:5432",
    "Cannot return null for non-nullable field Bill.amount.",
    "The day 2026-11-30 10:57 has passed",
    "The request 01900000-0000-7000-8000-012345678901 is of another application",
    "The request 019ae1f2-0000-7000-8000-0123456789ab is of another application",
  ])("keeps what is of nobody: %s", (message) => {
    expect(withoutValues(message)).toBe(message);
  });

  it("never repeats a national ID, a mobile number or an e-mail address", () => {
    const typed = fc.oneof(
      fc.stringMatching(/^[A-Z][12]\d{8}$/),
      fc.stringMatching(/^[A-Z][A-D]\d{8}$/),
      fc.stringMatching(/^09\d{8}$/),
      fc.stringMatching(/^[a-z]{1,12}@[a-z]{1,12}\.tw$/),
    );
    const around = fc.constantFrom(" ", ", ", "'", '"', "(", ")", ": ", "=");
    fc.assert(
      fc.property(typed, around, around, (value, before, after) => {
        expect(withoutValues(`the value${before}${value}${after}is wrong`)).not.toContain(value);
      }),
    );
  });
});
