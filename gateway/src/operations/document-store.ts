import type { ApolloServerOptions, BaseContext } from "@apollo/server";
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

type Store = NonNullable<ApolloServerOptions<BaseContext>["documentStore"]>;

/** Documents that were parsed and found valid, so that a text that comes again is not read again. */
export interface DocumentStore extends Store {
  /** How many are kept. */
  count(): number;
  clear(): void;
}

/** A document takes some hundred bytes for each character of its text (measured). */
const most = { documents: 1_000, characters: 2_000_000 };
/** Longer ones are read anew each time. */
const longestCharacters = 16_000;

/**
 * What is known of a document elsewhere (its plan, its cost) hangs on the document itself and goes with it. Apollo
 * Server stores what it validated only, so no flood of texts that can never run drives out others.
 */
export function createDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    max: most.documents,
    maxSize: most.characters,
    maxEntrySize: longestCharacters,
    sizeCalculation: ({ loc }) => Math.max(1, loc?.source.body.length ?? 0),
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
    count: () => documents.size,
    clear: () => documents.clear(),
  };
}
