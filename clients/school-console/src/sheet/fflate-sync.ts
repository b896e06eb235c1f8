/**
 * fflate unpacks and packs what is large in a worker made of a blob, which our policy forbids and which then never
 * answers. A sheet is small enough to be done at once. Both are here as the readers of sheets call them.
 */
import { unzipSync, type Zippable, zipSync } from "fflate/browser";

export * from "fflate/browser";

type Done<Result> = (error: Error | null, result?: Result) => void;

export function unzip(archive: Uint8Array, done: Done<Record<string, Uint8Array>>): void {
  try {
    done(null, unzipSync(archive));
  } catch (error) {
    done(error as Error);
  }
}

export function zip(files: Zippable, done: Done<Uint8Array>): void {
  done(null, zipSync(files));
}
