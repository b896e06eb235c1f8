import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gatewayCodes } from "@campus-graph/gateway/errors/codes";
import { kitRefusals } from "@campus-graph/kit/graphql/kit-refusals";
import type { RefusalSentences } from "@campus-graph/kit/refusals/refusal";
import { problemCodes } from "@campus-graph/roster/import/problem";
import { describe, expect, it } from "vitest";
import { checkout, exported, subgraphNames } from "../harness/subgraphs.js";

const tables: Record<string, RefusalSentences> = { kit: kitRefusals };
for (const name of subgraphNames)
  tables[name] = (await exported(checkout, name, "refusals", "refusals")) as RefusalSentences;
const subgraphs = fileURLToPath(new URL("../../subgraphs", import.meta.url));

/** The codes of all refusal classes in a package's sources. */
function codesInSources(name: string): string[] {
  return globSync(`${subgraphs}/${name}/src/**/*.ts`)
    .filter((file) => !file.includes("/test/"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/readonly code = "([A-Z_]+)"/g)])
    .map(([, code]) => code!);
}

it("loses no code: clients act on them", async () => {
  const codesBySource: Record<string, readonly string[]> = {
    ...Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, Object.keys(table)])),
    gateway: gatewayCodes,
    "roster, in a sheet": problemCodes,
  };
  const codes = Object.entries(codesBySource).flatMap(([by, codes]) =>
    codes.map((code) => `${code} (${by})`),
  );
  await expect(`${codes.sort().join("\n")}\n`).toMatchFileSnapshot("./refusal-codes.txt");
});

describe.each(Object.entries(tables))("%s", (name, table) => {
  it("has words for every refusal it can give, and none for others", () => {
    const known = new Set([...Object.keys(table), ...Object.keys(kitRefusals)]);
    const codes = codesInSources(name);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
    expect(Object.keys(table).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it("speaks both languages, with the same details", () => {
    const details = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, detail]) => detail).sort();
    for (const [code, { "zh-TW": chinese, en }] of Object.entries(table)) {
      expect([code, chinese.length > 3, en.length > 8]).toEqual([code, true, true]);
      expect(chinese, `${code} speaks Chinese`).toMatch(/\p{Script=Han}/u);
      expect([code, details(chinese).filter((detail) => !details(en).includes(detail))]).toEqual([code, []]);
    }
  });
});
