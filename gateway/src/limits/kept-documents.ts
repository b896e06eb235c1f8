import type { DocumentNode } from "graphql";

/** How much is kept at most. A document takes some hundred bytes for each character of its text (measured). */
export interface Keep {
  documents: number;
  characters: number;
}

/**
 * Documents by their text, and no more than so much of them. What is kept about a document elsewhere (that it is valid,
 * its plan) hangs on the document itself and goes with it. Two generations: whatever was asked for since the younger
 * began survives it, so that a flood of texts that come once drives out nothing but each other.
 */
export class KeptDocuments {
  #young = new Map<string, DocumentNode>();
  #old = new Map<string, DocumentNode>();
  #youngCharacters = 0;

  constructor(readonly most: Keep) {}

  get count(): number {
    return this.#young.size + this.#old.size;
  }

  get(text: string): DocumentNode | undefined {
    const young = this.#young.get(text);
    if (young) return young;
    const old = this.#old.get(text);
    if (old) {
      this.#old.delete(text);
      this.keep(text, old);
    }
    return old;
  }

  keep(text: string, document: DocumentNode): void {
    const { documents, characters } = this.most;
    if (this.#young.size >= documents / 2 || this.#youngCharacters + text.length > characters / 2) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngCharacters = 0;
    }
    this.#young.set(text, document);
    this.#youngCharacters += text.length;
  }
}
