import type { Words } from "../sentences.js";
import type { UserError } from "../user-error.js";
import { said, saidBy } from "./words.js";

/** What one look at the machine found. Only trouble keeps the graph from starting; a remark is worth knowing. */
export interface Finding {
  kind: "fine" | "remark" | "trouble";
  /** What was looked at. */
  about: Words;
  says: Words;
  /** What to do about it. */
  remedy?: Words;
}

type Subject = Parameters<typeof said>[0];

export const fine = (about: Subject, says: Words): Finding => ({ kind: "fine", about: said(about), says });
export const remark = (about: Subject, says: Words, remedy: Words): Finding => ({
  kind: "remark",
  about: said(about),
  says,
  remedy,
});
export const problem = (about: Subject, says: Words, remedy: Words): Finding => ({
  kind: "trouble",
  about: said(about),
  says,
  remedy,
});

/** What the start would refuse, or only remark upon, in the start's own words. */
export function ofStart(kind: "remark" | "trouble", about: Subject, error: UserError): Finding {
  const { what, remedy } = saidBy(error);
  return { kind, about: said(about), says: what, remedy };
}
