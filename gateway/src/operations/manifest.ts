import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type DocumentNode, Kind, parse, print, visit } from "graphql";

/** The operations of known clients. */
export interface Manifest {
  /** The text that has this SHA-256. */
  textOf(hash: string): string | undefined;
  /** Whether a document is one of them, however it is laid out and wherever it asks for `__typename`. */
  lists(document: DocumentNode): boolean;
  /** Names of all operations. */
  names: ReadonlySet<string>;
}

/** What a manifest is made of: texts, each with the SHA-256 under which a client may name it. */
type Listed = Readonly<Record<string, string>>;

/**
 * One manifest from one file for each client team, as the usual tools write them: `schema/operations.json`, Apollo's
 * `persisted-query-manifest.json`, or a code generator's `persisted-documents.json` (text by SHA-256).
 */
export function readManifest(files: readonly string[]): Manifest {
  return createManifest(Object.assign({}, ...files.map(readListed)));
}

function readListed(file: string): Listed {
  const content = JSON.parse(readFileSync(file, "utf8")) as {
    operations?: { hash?: string; text?: string; id?: string; body?: string }[];
  };
  if (!content.operations) return content as Listed;
  return Object.fromEntries(
    content.operations.map(({ hash, id, text, body }) => [hash ?? id, text ?? body] as const),
  );
}

export function createManifest(listed: Listed): Manifest {
  const texts = new Map(Object.entries(listed));
  for (const [hash, text] of texts)
    if (typeof text !== "string" || hash !== digestOf(text))
      throw new Error(`The safelist names an operation ${hash}, which is not the SHA-256 of its text.`);
  const documents = [...texts.values()].map((text) => parse(text));
  const known = new Set(documents.map(essenceOf));
  // A document that comes again is the same object, as the screen keeps it.
  const seen = new WeakMap<DocumentNode, boolean>();
  return {
    names: new Set(documents.flatMap(namesIn)),
    textOf: (hash) => texts.get(hash),
    lists(document) {
      const before = seen.get(document);
      if (before !== undefined) return before;
      const isListed = known.has(essenceOf(document));
      seen.set(document, isListed);
      return isListed;
    },
  };
}

/** A document without `__typename`, which urql and Apollo Client add to every selection, and which tells nothing secret. */
function essenceOf(document: DocumentNode): string {
  const without = visit(document, {
    Field: ({ name, alias, directives = [] }) =>
      name.value === "__typename" && !alias && directives.length === 0 ? null : undefined,
  });
  return digestOf(print(without));
}

function namesIn({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION && each.name ? [each.name.value] : [],
  );
}

export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
