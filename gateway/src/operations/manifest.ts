import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type DocumentNode, print } from "graphql";

/** The operations of known clients, as `npm run schema` writes them to `schema/operations.json`. */
export interface Manifest {
  /** The text that has this SHA-256. */
  textOf(hash: string): string | undefined;
  /** Whether a document is one of them, however it is laid out. */
  lists(document: DocumentNode): boolean;
  /** Names of all operations. */
  names: ReadonlySet<string>;
}

interface Listed {
  name: string;
  /** SHA-256 of the text, in hexadecimal. */
  hash: string;
  /** The operation as graphql-js prints it. */
  text: string;
}

export function readManifest(file: string): Manifest {
  const { operations } = JSON.parse(readFileSync(file, "utf8")) as { operations: Listed[] };
  return createManifest(operations);
}

export function createManifest(operations: readonly Listed[]): Manifest {
  const texts = new Map(operations.map(({ hash, text }) => [hash, text]));
  for (const { name, hash, text } of operations)
    if (hash !== digestOf(text)) throw new Error(`The manifest's hash of ${name} is not that of its text.`);
  // A document that comes again is the same object, as the screen keeps it.
  const known = new WeakMap<DocumentNode, boolean>();
  return {
    names: new Set(operations.map(({ name }) => name)),
    textOf: (hash) => texts.get(hash),
    lists(document) {
      const before = known.get(document);
      if (before !== undefined) return before;
      const isListed = texts.has(digestOf(print(document)));
      known.set(document, isListed);
      return isListed;
    },
  };
}

export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
