import { PostgreSqlPlatform } from "@mikro-orm/postgresql";
import { expect, it } from "vitest";
import { quoteWholeLiterals } from "../quoted-literals.js";

/** Whatever can mean something in a literal or in a replacement, and a letter that is several bytes. */
const letters = ["'", "\\", "$&", "$'", "E", "\n", "\0", "字", "\ud83d\ude00", "?", " "];

it("quotes every text as the ORM itself does", () => {
  const [theirs, ours] = [new PostgreSqlPlatform(), new PostgreSqlPlatform()];
  quoteWholeLiterals(ours);
  const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  const texts = ["", ...letters, ...words, words.join("")];
  expect(texts.map((text) => ours.escape(text))).toEqual(texts.map((text) => theirs.escape(text)));
});
