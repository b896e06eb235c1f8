import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";

const dist = new URL("../../../clients/parent-app/dist/", import.meta.url);
/** What a telephone loads before it shows anything: goals.md. */
const mostBytes = 150 * 1024;

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
  src?: string;
}

beforeAll(() => buildApps());

it("loads first at most 150 KB, gzipped", () => {
  const manifest = JSON.parse(read(".vite/manifest.json")) as Record<string, Chunk>;
  const files = new Set(["index.html"]);
  const gather = (name: string) => {
    const { file, css = [], imports = [] } = manifest[name]!;
    for (const each of [file, ...css]) files.add(each);
    imports.forEach(gather);
  };
  gather("index.html");
  expect([...files].some((file) => file.endsWith(".js"))).toBe(true);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
  expect(bytes).toBeLessThan(mostBytes);
});

it("asks for nothing from elsewhere, and holds no script or style of its own in the page", () => {
  const page = read("index.html");
  expect(page).not.toMatch(/https?:\/\//);
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
});

function read(file: string): string {
  return readFileSync(fileURLToPath(new URL(file, dist)), "utf8");
}
