import { expect, it } from "vitest";
import { registrar, startRoster } from "./given.js";
import { type Child, nationalIdOf, sheet } from "./sheets.js";

/** A name, the same name as somebody else's keyboard or program writes it, and how others see it. */
const names = [
  ["林佑", "林　佑", "林O"],
  ["瓦歷斯‧諾幹", "瓦歷斯．諾幹", "瓦OO‧O幹"],
  ["瓦歷斯‧諾幹‧尤幹", " 瓦歷斯 • 諾幹・尤幹 ", "瓦OO‧OO‧O幹"],
  ["Walis‧Nokan", "Ｗａｌｉｓ・Ｎｏｋａｎ", "W***‧N***"],
  ["’Akiw Sawawan", "ʼAkiw  Sawawan", "’*** S***"],
  ["O’Neil Anne-Marie", "O'Neil Anne–Marie", "O*** A***-M***"],
  ["José Núñez", "Jose\u0301 Nu\u0301n\u0303ez", "J*** N***"],
  ["O", "Ｏ", "O***"],
  [
    "Takivatan‧Islituan‧Bisazu‧Tanapima‧Ispalidav",
    "Takivatan·Islituan·Bisazu·Tanapima·Ispalidav",
    "T***‧I***‧B***‧T***‧I***",
  ],
  ["葛\u{E0101}子墨", " 葛\u{E0101}子墨", "葛\u{E0101}O墨"],
  ["⿰方方土", "⿰方方 土", "⿰方方O"],
  ["豈明", "\uF900明", "豈O"],
  ["一明", "⼀明", "一O"],
  ["\uE000明", "\uE000　明", "\uE000O"],
  ["ㄚ明", "'ㄚ明", "ㄚO"],
] as const;

it("are each one name, however they are typed, and seen by no more than they may", async () => {
  await using roster = await startRoster();
  const children = (written: 0 | 1): Child[] =>
    names.map((forms, at) => ({ seat: at + 1, name: forms[written], nationalId: nationalIdOf(500 + at) }));
  expect(await roster.handIn(registrar, sheet(children(1)))).toMatchObject({
    added: names.length,
    problems: [],
  });
  for (const written of [0, 1] as const)
    expect(await roster.handIn(registrar, sheet(children(written)))).toMatchObject({
      applied: true,
      changed: 0,
      left: 0,
      problems: [],
    });
  const events = await roster.published("roster.StudentEnrolled");
  expect(events.map(({ payload }) => payload.maskedName).sort()).toEqual(
    names.map(([, , masked]) => masked).sort(),
  );
  const { data } = await roster.execute(
    registrar,
    '{ school(code: "403601") { classes { students { name } } } }',
  );
  expect(data.school.classes[0].students.map(({ name }: { name: string }) => name)).toEqual(
    names.map(([name]) => name),
  );
});
