import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { extname, join, relative } from "node:path";
import Negotiator from "negotiator";

/** A file in one of the encodings that it was built in. */
export interface Representation {
  body: Buffer;
  encoding: "br" | "gzip" | null;
  /** The same wherever the same was built. */
  tag: string;
}

export interface StaticFile {
  contentType: string;
  /** The smallest first. */
  representations: readonly Representation[];
}

/** By path beneath the folder, with slashes. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

const encodings = [
  { encoding: "br", suffix: ".br" },
  { encoding: "gzip", suffix: ".gz" },
  { encoding: null, suffix: "" },
] as const;

/**
 * A built app, whole: a page and the files that it names are always of one build, also while another is being made in
 * the same folder. What begins with a dot is not served. Null: nothing was built there.
 */
export async function readStaticFiles(folder: string): Promise<StaticFiles | null> {
  const names = await namesUnder(folder);
  if (!names.has("index.html")) return null;
  const files = new Map<string, StaticFile>();
  for (const name of names) if (!/\.(br|gz)$/.test(name)) files.set(name, await readOne(folder, name, names));
  return files;
}

/** The representation that a client takes, the smallest of them. */
export function representationFor(request: IncomingMessage, { representations }: StaticFile): Representation {
  const accepted = new Set(new Negotiator(request).encodings(["br", "gzip", "identity"]));
  const taken = representations.find(({ encoding }) => encoding !== null && accepted.has(encoding));
  return taken ?? representations.at(-1)!;
}

async function namesUnder(folder: string): Promise<Set<string>> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const names = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
    return new Set(names.filter((name) => !/(^|\/)\./.test(name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Set();
    throw error;
  }
}

async function readOne(folder: string, name: string, names: ReadonlySet<string>): Promise<StaticFile> {
  const built = encodings.filter(({ suffix }) => names.has(`${name}${suffix}`));
  const representations = await Promise.all(
    built.map(async ({ encoding, suffix }) => {
      const body = await readFile(join(folder, `${name}${suffix}`));
      return {
        body,
        encoding,
        tag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
      };
    }),
  );
  return { contentType: contentTypes[extname(name)] ?? "application/octet-stream", representations };
}
