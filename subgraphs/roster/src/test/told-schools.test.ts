import { anonymous } from "@campus-graph/kit/auth/viewer";
import { expect, it } from "vitest";
import { neihu, startRoster } from "./given.js";

const operator = { ...anonymous, clientId: "operator" };

const told = async (roster: Awaited<ReturnType<typeof startRoster>>) =>
  (await roster.published("roster.SchoolEntered", "roster.SchoolRemoved")).map(
    ({ type, key }) => `${type} ${key}`,
  );

it("are told of once, those too that were there before roster spoke of schools", async () => {
  await using roster = await startRoster();
  const schools = await roster.rows<{ code: string }>("select code from school order by code");
  const all = schools.map(({ code }) => `roster.SchoolEntered ${code}`);
  expect(all.length).toBeGreaterThan(20);
  expect((await told(roster)).sort()).toEqual(all);
  await roster.rows("drop table school_to_tell");
  await roster.rows("delete from mikro_orm_migrations where name = 'Roster0012SchoolsToTell'");
  await roster.rows("delete from outbox");
  await using upgraded = await roster.copy();
  await upgraded.settle();
  expect((await told(roster)).sort()).toEqual(all);
  await upgraded.settle();
  expect(await told(roster)).toHaveLength(all.length);
});

it("are told of when a list enters, renames or removes them, and not when it changes nothing", async () => {
  await using roster = await startRoster();
  await told(roster);
  await roster.rows("delete from outbox");
  const enter = (content: string, isWhole = false) =>
    roster.post("/internal/enter-schools", { content, isWhole, dryRun: false }, operator);
  const list = `code,name,level\n${neihu},內湖國民小學,ELEMENTARY\n999901,新學校,JUNIOR_HIGH\n`;
  await enter(list);
  await enter(list);
  expect(await told(roster)).toEqual([`roster.SchoolEntered 999901`, `roster.SchoolEntered ${neihu}`]);
  const [said] = await roster.published("roster.SchoolEntered");
  expect(said?.payload).toEqual({ schoolCode: "999901", name: "新學校", level: "JUNIOR_HIGH" });
  await roster.rows("delete from outbox");
  await enter(`code,name,level\n${neihu},內湖國民小學,ELEMENTARY\n`, true);
  expect(await told(roster)).toContain("roster.SchoolRemoved 999901");
});
