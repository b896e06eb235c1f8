import type { Example } from "./markdown.ts";
import type { Language } from "./pages.ts";

/** A page as it is made, before it gets its frame. */
export interface Page {
  language: Language;
  slug: string;
  title: string;
  lead: string;
  html: string;
  /** The files of the repository that it is made of. */
  sources: readonly string[];
  examples: readonly Omit<Example, "page">[];
}
