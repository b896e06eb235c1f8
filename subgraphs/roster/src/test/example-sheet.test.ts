import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseClassSheet } from "../import/class-sheet.js";

const beside = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

it("shows schools an example that can be imported as it stands", () => {
  const example = beside("example-sheet.csv");
  const { classes, problems } = parseClassSheet(example, "2026-09-01");
  expect(problems).toEqual([]);
  expect(classes).toMatchObject([
    { name: "二年五班", grade: 2, teacher: { email: "teacher@campus.example" } },
  ]);
  expect(beside("README.md")).toContain(example.trim());
});
