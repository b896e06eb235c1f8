import { describe, expect, it } from "vitest";
import { words as appoint } from "./commands/appoint-words.js";
import { words as deadLetters } from "./commands/dead-letters-words.js";
import { words as partner } from "./commands/partner-words.js";
import { words as runningSubgraphs } from "./commands/running-subgraphs-words.js";
import { words as schools } from "./commands/schools-words.js";
import { words as data } from "./data/words.js";
import { words as doctor } from "./doctor/words.js";
import { words as keys } from "./keys-words.js";
import { words as postgres } from "./postgres/words.js";
import { type Sentences, translatorOf } from "./sentences.js";
import { words as services } from "./services/words.js";
import { words as start } from "./start-words.js";
import { words as system } from "./system-errors.js";

const tables: Readonly<Record<string, Sentences>> = {
  appoint,
  runningSubgraphs,
  deadLetters,
  partner,
  schools,
  doctor,
  data,
  keys,
  postgres,
  services,
  start,
  system,
};

describe.each(Object.entries(tables))("what an operator reads of %s", (_, table) => {
  it.each(Object.entries(table))("tells the same details in both languages: %s", (_, { en, "zh-TW": zh }) => {
    expect(detailsOf(zh)).toEqual(detailsOf(en));
    expect(linesOf(zh)).toBe(linesOf(en));
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });
});

it("fills a sentence's details in, in the operator's language", () => {
  const details = { code: 403_601 };
  expect(translatorOf(appoint, "en")("noSchool", details)).toMatch(/no school 403601\.\n→ npm run schools/);
  expect(translatorOf(appoint, "zh-TW")("noSchool", details)).toMatch(
    /代碼為 403601 的學校。\n→ npm run schools/,
  );
});

function detailsOf(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();
}

function linesOf(sentence: string): number {
  return sentence.split("\n").length;
}
