import { readFileSync } from "node:fs";

export interface ProductionLines {
  /** The content of the settings file. */
  settings: string;
  /** The lines of each shell block, in the order in which an operator meets them. */
  shell: string[];
}

/** What the README tells an operator to write and type, each of its example places replaced by one of this machine. */
export function productionLines(readme: string, places: Readonly<Record<string, string>>): ProductionLines {
  const [, section = ""] =
    /\n### Production[^\n]*\n([\s\S]*?)\n### /.exec(readFileSync(readme, "utf8")) ?? [];
  const replaced = Object.entries(places).reduce(
    (text, [example, own]) => text.replaceAll(example, own),
    section,
  );
  const blocks = (language: string) =>
    [...replaced.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map(
      ([, lines]) => lines!,
    );
  const [settings, ...more] = blocks("ini");
  if (!settings || more.length > 0) throw new Error("The README should tell one file of settings.");
  return { settings, shell: blocks("sh") };
}
