import { anonymous } from "@campus-graph/kit/auth/viewer";
import { expect, it } from "vitest";
import { parseSchoolList } from "../import/school-list.js";
import { neihu, type Roster, registrar, startRoster } from "./given.js";
import { lin, sheet } from "./sheets.js";

/** As `npm run schools` asks. */
async function enter(roster: Roster, content: string, { isWhole = false, dryRun = false } = {}) {
  const operator = { ...anonymous, clientId: "operator", language: "en" as const };
  const response = await roster.post("/internal/enter-schools", { content, isWhole, dryRun }, operator);
  return (await response.json()) as Record<string, unknown>;
}

async function nameOf(roster: Roster, code: string) {
  const { data } = await roster.execute(anonymous, `{ school(code: "${code}") { name level } }`);
  return data.school;
}

it("enters an operator's schools, under Chinese or English titles, and writes it down", async () => {
  await using roster = await startRoster();
  const list = "學校代碼,學校名稱,級別\r\n193601,新設國小,國小\r\n403601,內湖國民小學,ELEMENTARY\r\n";
  expect(await enter(roster, list, { dryRun: true })).toMatchObject({ added: ["193601"], applied: false });
  expect(await nameOf(roster, "193601")).toBeNull();
  expect(await enter(roster, list)).toEqual({
    added: ["193601"],
    changed: ["403601"],
    removed: [],
    problems: [],
    applied: true,
  });
  expect(await nameOf(roster, "193601")).toEqual({ name: "新設國小", level: "ELEMENTARY" });
  expect(await nameOf(roster, "403601")).toEqual({ name: "內湖國民小學", level: "ELEMENTARY" });
  expect(await enter(roster, list)).toMatchObject({ added: [], changed: [], applied: true });
  expect(await roster.rows("select client_id, object from audit where act = 'enter-schools'")).toEqual([
    { client_id: "operator", object: "schools" },
  ]);
});

it("takes out what the whole list does not name, but no school that has a class", async () => {
  await using roster = await startRoster();
  const list = "code,name,level\n193601,新設國小,ELEMENTARY\n";
  await roster.importSheet(registrar, sheet([lin]));
  const refused = await enter(roster, list, { isWhole: true });
  expect(refused).toMatchObject({
    applied: false,
    problems: [{ line: 1, message: expect.stringContaining(neihu) }],
  });
  const whole = await enter(roster, `${list}${neihu},內湖國小,ELEMENTARY\n`, { isWhole: true });
  expect(whole).toMatchObject({ applied: true, added: ["193601"], changed: [neihu] });
  const { data } = await roster.execute(anonymous, "{ schools { code } }");
  expect(data.schools).toEqual([{ code: "193601" }, { code: neihu }]);
});

it.each([
  ["no titles", "193601,新設國小,國小", 1, "titles"],
  ["no school", "code,name,level\n", 1, "no school"],
  ["a code that is none", "code,name,level\n1936,新設國小,國小", 2, "six characters"],
  ["a code twice", "code,name,level\n193601,甲,國小\n193601,乙,國小", 3, "line 2 already"],
  ["a nameless school", "code,name,level\n193601,,國小", 2, "name"],
  ["a level that is none", "code,name,level\n193601,新設國小,小學", 2, "no level"],
])("enters nothing of a list with %s, and says where", async (_, content, line, word) => {
  const { problems } = parseSchoolList(content);
  expect(problems).toEqual([{ line, says: expect.objectContaining({ en: expect.stringContaining(word) }) }]);
});
