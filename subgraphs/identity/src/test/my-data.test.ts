import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { expect, it } from "vitest";
import { givenApprovedGuardian } from "./accounts.js";
import { Browser } from "./browser.js";
import { answerDataRequest, givenDataFile, requestMyData } from "./data-file.js";
import { codeOf, type Identity, li, signedIn, startIdentity, wang } from "./given.js";

const mine = "{ myDataRequests { id gathered sources readyAt expiresAt } }";
const open = `mutation ($input: OpenMyDataInput!) { openMyData(input: $input) { page { url expiresAt } json { url expiresAt } } }`;

async function givenGuardian(identity: Identity) {
  const { subjectId } = await givenApprovedGuardian(identity, wang);
  return signedIn(subjectId, { role: "GUARDIAN" });
}

async function openBy(identity: Identity, viewer: Viewer, requestId: string, email = wang.email) {
  identity.clock.advance(60_000);
  const challengeId = await identity.requestCode(email, viewer);
  const code = identity.mailbox.codeFor(email);
  return identity.execute(viewer, open, { input: { requestId, challengeId, code } });
}

const fetchAt = (identity: Identity, url: string) => {
  const { pathname, search } = new URL(url);
  return new Browser(identity).send("GET", `${pathname}${search}`);
};

it("gathers what is kept from every part, and writes to the person once it is one file", async () => {
  await using identity = await startIdentity();
  const viewer = await givenGuardian(identity);
  const { requestMyData: asked } = (await identity.execute(viewer, requestMyData)).data;
  expect(asked).toMatchObject({ gathered: 1, sources: 4, readyAt: null, expiresAt: null });
  await identity.settle();
  const mails = identity.mailbox.to(wang.email).length;
  await answerDataRequest(identity, asked.id);
  const [ready] = (await identity.execute(viewer, mine)).data.myDataRequests;
  expect(ready).toMatchObject({ id: asked.id, gathered: 4 });
  expect(Date.parse(ready.expiresAt) - Date.parse(ready.readyAt)).toBe(7 * 24 * 60 * 60_000);
  const letters = identity.mailbox.to(wang.email).slice(mails);
  expect(letters.map(({ subject }) => subject)).toEqual([expect.stringContaining("個人資料檔案已備妥")]);
  expect(letters[0]!.text).toContain("/parent/me/data");
});

it("gives the file to who shows a fresh code, once for each form and within a minute", async () => {
  await using identity = await startIdentity();
  const viewer = await givenGuardian(identity);
  const requestId = await givenDataFile(identity, viewer.subject!);
  const { page, json } = (await openBy(identity, viewer, requestId)).data.openMyData;
  const answer = await fetchAt(identity, json.url);
  expect(answer.status).toBe(200);
  const file = JSON.parse(answer.text);
  expect(file.identity.account).toMatchObject({
    name: wang.name,
    email: wang.email,
    nationalId: wang.nationalId,
  });
  expect(file.identity.declarations).toHaveLength(1);
  expect(file.roster.children).toEqual([{ child: "林O佑", school: "市立內湖國小" }]);
  expect(file.payments.bills).toEqual([{ title: "註冊費", amount: 4730 }]);
  expect((await fetchAt(identity, json.url)).status).toBe(404);
  const shown = await fetchAt(identity, page.url);
  expect(shown.headers.get("content-disposition")).toContain("attachment");
  expect(shown.headers.get("content-security-policy")).toContain("sandbox");
  expect(shown.text).toContain(wang.name);
  expect(shown.text).toContain("註冊費");
  const later = (await openBy(identity, viewer, requestId)).data.openMyData;
  identity.clock.advance(60_001);
  expect((await fetchAt(identity, later.json.url)).status).toBe(404);
  const acts = await identity.rows<{ act: string }>("select act from audit where act like '%my-data'");
  expect(acts.map(({ act }) => act).sort()).toEqual([
    "fetch-my-data",
    "fetch-my-data",
    "open-my-data",
    "open-my-data",
    "request-my-data",
  ]);
});

it("opens it to no session alone, no code of another mailbox, and nobody else", async () => {
  await using identity = await startIdentity();
  const viewer = await givenGuardian(identity);
  const requestId = await givenDataFile(identity, viewer.subject!);
  expect(codeOf(await identity.execute(viewer, open, { input: { requestId } }))).toBe("FRESH_CODE_REQUIRED");
  expect(codeOf(await openBy(identity, viewer, requestId, "elsewhere@example.com"))).toBe(
    "FRESH_CODE_REQUIRED",
  );
  const other = await givenApprovedGuardian(identity, li);
  const stranger = signedIn(other.subjectId, { role: "GUARDIAN" });
  expect(codeOf(await openBy(identity, stranger, requestId, li.email))).toBe("NOT_FOUND");
  expect((await identity.execute(stranger, mine)).data.myDataRequests).toEqual([]);
});

it("asks whoever has a second factor for it, and for no code", async () => {
  await using identity = await startIdentity();
  const viewer = await givenGuardian(identity);
  const requestId = await givenDataFile(identity, viewer.subject!);
  await identity.rows(
    `insert into second_factor (id, account_id, kind, name, sealed, created_at, confirmed_at)
     values (gen_random_uuid(), ?, 'AUTHENTICATOR', 'name', 'sealed', now(), now())`,
    [viewer.subject],
  );
  expect(codeOf(await openBy(identity, viewer, requestId))).toBe("SECOND_FACTOR_REQUIRED");
  const given = (minutesAgo: number): Viewer => ({
    ...viewer,
    secondFactor: { givenAt: identity.clock.now().getTime() - minutesAgo * 60_000 },
  });
  const by = (viewer: Viewer) => identity.execute(viewer, open, { input: { requestId } });
  expect(codeOf(await by(given(6)))).toBe("SECOND_FACTOR_REQUIRED");
  expect((await by(given(1))).data.openMyData.json.url).toContain("/session/data-file?link=");
});

it("can be asked for once in a day", async () => {
  await using identity = await startIdentity();
  const viewer = await givenGuardian(identity);
  await identity.execute(viewer, requestMyData);
  identity.clock.advance(24 * 60 * 60_000 - 1_000);
  expect(codeOf(await identity.execute(viewer, requestMyData))).toBe("DATA_ALREADY_REQUESTED");
  identity.clock.advance(2_000);
  expect((await identity.execute(viewer, requestMyData)).errors).toBeUndefined();
});

it("lies nowhere in clear, loses the key of its parts once it is made, and is gone after seven days", async () => {
  await using identity = await startIdentity();
  const viewer = await givenGuardian(identity);
  const requestId = await givenDataFile(identity, viewer.subject!);
  const dump = await identity.dump();
  for (const personal of [wang.nationalId, "註冊費"]) expect(dump).not.toContain(personal);
  const [row] = await identity.rows<{ reader: null; parts: string[] }>(
    `select reader, (select jsonb_agg(distinct sealed) from data_part where request_id = data_request.id) as parts
     from data_request where id = ?`,
    [requestId],
  );
  expect(row).toEqual({ reader: null, parts: [""] });
  const { json } = (await openBy(identity, viewer, requestId)).data.openMyData;
  identity.clock.advance(7 * 24 * 60 * 60_000);
  expect((await fetchAt(identity, json.url)).status).toBe(404);
  expect((await identity.execute(viewer, mine)).data.myDataRequests).toEqual([]);
  await identity.settle();
  expect(await identity.rows("select id from data_request")).toEqual([]);
});
