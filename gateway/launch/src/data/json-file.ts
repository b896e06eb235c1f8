import { readFileSync } from "node:fs";
import { userErrorsOf } from "../user-error.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

/** The JSON in a file. Where a full disk or an editor left something else, the error names the file. */
export function readJsonFile<Content>(file: string): Content {
  const text = readFileSync(file, "utf8");
  try {
    return JSON.parse(text) as Content;
  } catch (error) {
    throw userError("damaged", { file, fault: (error as Error).message });
  }
}
