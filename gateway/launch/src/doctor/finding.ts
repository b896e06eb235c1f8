import type { Words } from "../sentences.js";
import type { UserError } from "../user-error.js";
import { adviceIn, sentence } from "./words.js";

/** What one look at the machine found. Only trouble keeps the graph from starting; a remark is worth knowing. */
export interface Finding {
  kind: "fine" | "remark" | "trouble";
  /** What was looked at. */
  about: Words;
  message: Words;
  /** What to do about it. */
  remedy?: Words;
}

type Subject = Parameters<typeof sentence>[0];

export const fine = (about: Subject, message: Words): Finding => ({
  kind: "fine",
  about: sentence(about),
  message,
});
export const remark = (about: Subject, message: Words, remedy: Words): Finding => ({
  kind: "remark",
  about: sentence(about),
  message,
  remedy,
});
export const problem = (about: Subject, message: Words, remedy: Words): Finding => ({
  kind: "trouble",
  about: sentence(about),
  message,
  remedy,
});

/** What the start would refuse, or only remark upon, in the start's own words. */
export function ofStart(kind: "remark" | "trouble", about: Subject, error: UserError): Finding {
  const { what, remedy } = adviceIn(error);
  return { kind, about: sentence(about), message: what, remedy };
}
