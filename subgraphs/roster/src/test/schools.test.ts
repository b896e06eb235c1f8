import { anonymous } from "@campus-graph/kit/auth/viewer";
import { expect, it } from "vitest";
import { startRoster } from "./given.js";

it("lists the city's schools to everyone, by level and by name", async () => {
  await using roster = await startRoster();
  const list = async (args: string): Promise<string[]> => {
    const { data } = await roster.execute(anonymous, `{ schools${args} { name level } }`);
    return data.schools.map(({ name }: { name: string }) => name);
  };
  expect(await list("")).toHaveLength(24);
  expect(await list("(level: SENIOR_HIGH)")).toEqual([
    "市立中山女中",
    "市立建國中學",
    "市立北一女中",
    "市立內湖高中",
  ]);
  expect(await list('(nameContains: "內湖", level: ELEMENTARY)')).toEqual(["市立內湖國小"]);
  expect(await list('(nameContains: "%")')).toEqual([]);
});

it("knows a school by the ministry's code, and no other", async () => {
  await using roster = await startRoster();
  const { data } = await roster.execute(
    anonymous,
    '{ known: school(code: "403601") { name level } unknown: school(code: "1") { name } }',
  );
  expect(data).toEqual({ known: { name: "市立內湖國小", level: "ELEMENTARY" }, unknown: null });
});

it("refuses a search of more than 30 letters", async () => {
  await using roster = await startRoster();
  const { errors } = await roster.execute(
    anonymous,
    `{ schools(nameContains: "${"湖".repeat(31)}") { name } }`,
  );
  expect(errors).toMatchObject([{ extensions: { code: "BAD_INPUT" } }]);
});
