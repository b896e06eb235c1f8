import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { makeAssets } from "./assets.ts";
import { makeSite } from "./site.ts";

/** Builds the documentation into dist/: beside it first, so that nobody reads half of it. */
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const draft = `${dist}.${process.pid}`;

const { names, files } = await makeAssets();
for (const [path, content] of [...files, ...makeSite(names)]) write(join(draft, path), content);
rmSync(dist, { recursive: true, force: true });
renameSync(draft, dist);

/** With its .br and .gz, made once here instead of at every request. */
function write(file: string, text: string): void {
  const content = Buffer.from(text);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  );
}
