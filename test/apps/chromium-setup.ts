import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The browser of this run, and what it needs around it. */
    chromium: { executablePath: string; env: Record<string, string> };
  }
}

const caches = fileURLToPath(new URL("../../node_modules/.cache/", import.meta.url));
const ofTheMachine = ["/usr/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** The machine's own Chromium, or else the one that npm brought, unpacked once per checkout. */
export default async function setup(project: TestProject): Promise<void> {
  const own = ofTheMachine.find((file) => existsSync(file));
  if (own) return project.provide("chromium", { executablePath: own, env: {} });
  const manifest = findPackageJSON("@sparticuz/chromium", import.meta.url)!;
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const folder = join(caches, `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  project.provide("chromium", {
    executablePath: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  });
}

/** The package unpacks into the folder for temporary files; the libraries come along when it believes to be in a function. */
async function unpackInto(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" });
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    writeFileSync(join(draft, "fonts.conf"), fontsIn([join(folder, "fonts"), "/usr/share/fonts"], folder));
    renameSync(draft, folder);
  } finally {
    for (const name of ["TMPDIR", "AWS_LAMBDA_JS_RUNTIME", "LD_LIBRARY_PATH", "FONTCONFIG_PATH"])
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The package's own font list names a function's folders. */
function fontsIn(folders: readonly string[], cache: string): string {
  const dirs = folders.map((folder) => `<dir>${folder}</dir>`).join("");
  return `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${join(cache, "fonts-cache")}</cachedir></fontconfig>\n`;
}
