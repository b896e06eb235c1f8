import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { Browser } from "./browser.js";
import { codeOf, demoPassword, type Identity, signedIn, startIdentity } from "./given.js";

const { newcomer, guardian } = demoPeople;
const viewer = signedIn(newcomer.subjectId, { role: "GUARDIAN" });

function setName(identity: Identity, userName: string | null, as = viewer) {
  const query = `mutation ($userName: String) { setUserName(input: { userName: $userName }) { userName } }`;
  return identity.execute(as, query, { userName });
}

async function signsIn(identity: Identity, login: string): Promise<boolean> {
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login, password: demoPassword });
  return browser.arrival !== null;
}

it("signs in by a name of one's own, however it is typed, and by the former one no longer", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const { data } = await setName(identity, " Ｙａ-Fang.Chang ");
  expect(data.setUserName.userName).toBe("ya-fang.chang");
  for (const login of ["ya-fang.chang", "YA-FANG.CHANG", "ｙａ-fang.chang", newcomer.email])
    expect([login, await signsIn(identity, login)]).toEqual([login, true]);
  expect(await signsIn(identity, "newcomer")).toBe(false);
  await setName(identity, "張雅芳的帳號");
  expect(await signsIn(identity, "張雅芳的帳號")).toBe(true);
  expect(await signsIn(identity, "ya-fang.chang")).toBe(false);
  expect((await setName(identity, null)).data.setUserName.userName).toBeNull();
  expect(await signsIn(identity, "張雅芳的帳號")).toBe(false);
  expect(await identity.dump()).not.toContain("ya-fang.chang");
});

it.each([
  ["abc", "USER_NAME_INVALID"],
  ["a".repeat(31), "USER_NAME_INVALID"],
  ["0912345678", "USER_NAME_INVALID"],
  ["９１２３４５６", "USER_NAME_INVALID"],
  ["ya@fang.example", "USER_NAME_INVALID"],
  ["ya fang", "USER_NAME_INVALID"],
  ["<b>bold</b>", "USER_NAME_INVALID"],
  ["ａｄｍｉｎ", "USER_NAME_RESERVED"],
  ["Bureau", "USER_NAME_RESERVED"],
  ["系統管理員", "USER_NAME_RESERVED"],
  ["GUARDIAN", "USER_NAME_TAKEN"],
])("refuses %s: %s", async (name, code) => {
  await using identity = await startIdentity({ demoCity: true });
  expect(codeOf(await setName(identity, name))).toBe(code);
  // What the account had it keeps.
  expect(await signsIn(identity, "newcomer")).toBe(true);
});

it("gives a name that two want at once to one of them", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const other = signedIn(guardian.subjectId, { role: "GUARDIAN" });
  const answers = await Promise.all([viewer, other].map((each) => setName(identity, "one-name", each)));
  expect(answers.map(codeOf).sort()).toEqual(["USER_NAME_TAKEN", undefined]);
});

it("lets nobody try names all day", async () => {
  await using identity = await startIdentity({ demoCity: true });
  for (let time = 0; time < 20; time++)
    expect(codeOf(await setName(identity, "guardian"))).toBe("USER_NAME_TAKEN");
  expect(codeOf(await setName(identity, "guardian"))).toBe("TOO_MANY_ATTEMPTS");
});
