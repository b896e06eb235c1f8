import type { Options } from "minisearch";
import { termsOf } from "./terms.ts";

/** A part of a page, beneath its own heading. */
export interface Found {
  id: string;
  page: string;
  title: string;
  text: string;
}

/** Both who makes the index and who asks it need these to be the same. */
export const indexOptions: Options<Found> = {
  fields: ["title", "page", "text"],
  storeFields: ["title", "page", "text"],
  tokenize: termsOf,
  // Terms come lower-cased; Chinese has no case.
  processTerm: (term) => term,
};
