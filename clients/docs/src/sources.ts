import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const { madeOf } = JSON.parse(readFileSync(join(root, "clients/docs/package.json"), "utf8")) as {
  madeOf: string[];
};

/** Whether the documentation may be made of it: a build is kept until one of these has changed. */
function isIngredient(path: string): boolean {
  return madeOf.some((each) => path === each || path.startsWith(`${each}/`));
}

/** A file of the repository, by its path from the top. */
export function readSource(path: string): string {
  if (!isIngredient(path))
    throw new Error(`${path} is not among what package.json says the docs are made of.`);
  return readFileSync(join(root, path), "utf8");
}

export function readJson<Content>(path: string): Content {
  return JSON.parse(readSource(path)) as Content;
}

/** Whether a page may hand this file to its readers. */
export function isPublishable(path: string): boolean {
  return isIngredient(path) && existsSync(join(root, path)) && statSync(join(root, path)).isFile();
}

/** Where a link of a file leads in the repository; undefined: out of it. */
export function resolveFrom(file: string, link: string): string | undefined {
  const path = posix.normalize(posix.join(posix.dirname(file), link));
  return path.startsWith("..") ? undefined : path.replace(/\/$/, "");
}
