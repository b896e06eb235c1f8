import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A text in the languages that the IDE's page has. */
export interface Bilingual {
  "zh-TW": string;
  en: string;
}

/** Somebody of the demo city as whom the IDE signs in. */
export interface DemoLogin {
  login: string;
  who: Bilingual;
}

/** How an operation is run in the demo city as it stands. */
export interface ExampleInCity {
  /** In Chinese; the name is English already. */
  title: string;
  /** Who of `people` runs it, where it is not the role's own. */
  as?: string;
  /** The operation that has to be run before. */
  after?: string;
  /** What somebody has to do first that the page cannot. */
  needs?: Bilingual;
  /** With {{…}} where the page puts in what the city answered; `browser/fill-in.js.txt` tells which there are. */
  variables?: Record<string, unknown>;
}

/** `examples.json` beside the operations: the demo city's people, and how each operation is run there. */
export interface ExampleCity {
  people: Record<string, DemoLogin>;
  roles: Record<string, { title: Bilingual; as?: string }>;
  operations: Record<string, ExampleInCity>;
}

/** A folder of other operations has no such city. */
export async function readExampleCity(folder: string): Promise<ExampleCity> {
  const text = await readFile(join(folder, "examples.json"), "utf8").catch(() => null);
  return text === null ? { people: {}, roles: {}, operations: {} } : (JSON.parse(text) as ExampleCity);
}
