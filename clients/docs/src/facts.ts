import { readJson } from "./sources.ts";

export interface RefusalFact {
  code: string;
  /** Who says it: a subgraph, the gateway, or every subgraph. */
  by: string;
  /** The HTTP status, where the code is the gateway's; other refusals come with 200, beside the data. */
  status?: number;
  en: string;
  "zh-TW": string;
}

interface Facts {
  refusals: RefusalFact[];
  sheetProblems: Omit<RefusalFact, "by">[];
  permissions: Readonly<Record<string, string>>;
  limits: Readonly<Record<string, number>>;
  sockets: Readonly<Record<string, number>>;
  tails: Readonly<Record<string, number>>;
  times: Readonly<Record<string, number>>;
  sizes: Readonly<Record<string, number>>;
  weights: Readonly<Record<string, number>>;
  costs: Readonly<Record<string, number>>;
}

/** What the code says of itself, printed by `npm run schema`. */
export const facts = readJson<Facts>("schema/facts.json");
