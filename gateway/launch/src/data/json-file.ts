import { readFileSync } from "node:fs";
import { userErrorsOf } from "../user-error.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

/** The JSON in a file. What a full disk or a hand left there instead is told by the file's name. */
export function readJsonFile<Content>(file: string): Content {
  const text = readFileSync(file, "utf8");
  try {
    return JSON.parse(text) as Content;
  } catch (error) {
    throw userError("damaged", { file, fault: (error as Error).message });
  }
}
