import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { shortestPassword } from "./domain/password-rules.js";

/** What this city's people would try first and a list from elsewhere lacks. */
const regional =
  "0987654321 12341234 123123123 987654321 aa12345678 88888888 66666666 5201314520 woaini1314 ji32k7au4a83 " +
  "p@ssword taiwan123 taipei101 taipei123";

/**
 * The passwords that leaks name most often, in small letters: those of zxcvbn's list that are long enough to be chosen
 * here, about 18,000. Read from its file and not imported, so that the two thirds that are too short are let go.
 */
export function readCommonPasswords(): ReadonlySet<string> {
  const require = createRequire(import.meta.url);
  const file = require.resolve("@zxcvbn-ts/language-common/src/passwords.json");
  const listed = JSON.parse(readFileSync(file, "utf8")) as string[];
  return new Set([
    ...listed.filter((password) => password.length >= shortestPassword),
    ...regional.split(" "),
  ]);
}
