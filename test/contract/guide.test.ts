import { existsSync, readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, it } from "vitest";

const folder = new URL("../../clients/guide/", import.meta.url);
const guide = readFileSync(new URL("README.md", folder), "utf8");

it("leads to files that are there, which the browser tests run", () => {
  const files = [...guide.matchAll(/\]\(([^)#]+)\)/g)].map(([, file]) => file!);
  expect(files).toContain("app/main.ts");
  expect(files.filter((file) => !existsSync(new URL(file, folder)))).toEqual([]);
});

it("asks only what the graph answers", () => {
  const api = buildSchema(readFileSync(new URL("../../schema/api.graphql", import.meta.url), "utf8"));
  const operations = [...guide.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => text!);
  expect(operations.length).toBeGreaterThan(0);
  for (const text of operations) expect(validate(api, parse(text))).toEqual([]);
});
