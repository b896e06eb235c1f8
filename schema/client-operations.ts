import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The clients that have a list of their own, each by the folder it starts from. */
export const clientFolders: Readonly<Record<string, string>> = {
  "parent-app": "clients/parent-app/src",
  "school-console": "clients/school-console/src",
  wallet: "clients/wallet/src",
};

/** Where the clients' own packages keep what they export. */
const packages: Readonly<Record<string, string>> = {
  "@campus-graph/clients/": "clients/src/",
  "@campus-graph/ui/": "clients/ui/",
};
const documents = "clients/src/generated/operations.ts";

/** Names of the operations that a client sends: those whose documents its modules, and the modules they import, name. */
export function operationsOf(root: string, folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting = globSync("**/*.{ts,tsx}", {
    cwd: join(root, folder),
    exclude: ["**/*.test.ts", "**/dist/**"],
  })
    .map((file) => `${folder}/${file}`)
    .filter((file) => !file.includes("/node_modules/"));
  const seen = new Set(waiting);
  for (const file of waiting) {
    const text = readFileSync(join(root, file), "utf8");
    for (const [, name] of text.matchAll(/\b([A-Z]\w+)Document\b/g)) names.add(name!);
    for (const imported of importsIn(text).map((specifier) => moduleAt(root, file, specifier)))
      if (imported && imported !== documents && !seen.has(imported)) {
        seen.add(imported);
        waiting.push(imported);
      }
  }
  return names;
}

/** What a module imports to run; a type brings no operation with it. */
function importsIn(text: string): string[] {
  const statements = text.matchAll(/\b(?:import|export)(\s+type\b)?[^"';]*?\bfrom\s+"([^"]+)"/g);
  const loaded = text.matchAll(/\bimport\(?\s*"([^"]+)"/g);
  return [
    ...[...statements].flatMap(([, type, specifier]) => (type ? [] : [specifier!])),
    ...[...loaded].map(([, specifier]) => specifier!),
  ];
}

/** The source file that a specifier means, if it is one of the clients' own. */
function moduleAt(root: string, from: string, specifier: string): string | undefined {
  if (specifier === "@campus-graph/clients") return "clients/src/index.ts";
  const [prefix, folder] = Object.entries(packages).find(([name]) => specifier.startsWith(name)) ?? [];
  if (!folder && !specifier.startsWith(".")) return undefined;
  const path = folder ? `${folder}${specifier.slice(prefix!.length)}` : join(dirname(from), specifier);
  const stem = path.replace(/\.(js|tsx?)$/, "");
  return [`${stem}.ts`, `${stem}.tsx`].find((file) => existsSync(join(root, file)));
}
