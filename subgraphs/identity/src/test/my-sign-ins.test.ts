import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { sweep } from "../persistence/sweep.js";
import { Browser } from "./browser.js";
import { codeOf, demoPassword, type Identity, signedIn, startIdentity } from "./given.js";

const { subjectId, email } = demoPeople.newcomer;
const owner = signedIn(subjectId, { role: "GUARDIAN" });
const telephone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)";

async function history(identity: Identity, first = 20, after: string | null = null, viewer = owner) {
  const query = `query ($first: Int!, $after: Cursor) { mySignIns(first: $first, after: $after) {
    edges { node { at succeeded client address agent } } pageInfo { hasNextPage endCursor } } }`;
  const answer = await identity.execute(viewer, query, { first, after });
  if (answer.errors) throw new Error(codeOf(answer));
  return answer.data.mySignIns as {
    edges: { node: { succeeded: boolean; client: string; address: string; agent: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

async function tryToSignIn(identity: Identity, login: string, password: string, address: string) {
  const browser = await new Browser(identity, { address, agent: telephone }).open();
  await browser.submit("password", { login, password });
}

it("shows an owner who signed in and who failed, with device and address, page by page", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await tryToSignIn(identity, email, "not the password", "203.0.113.7");
  await tryToSignIn(identity, email, demoPassword, "198.51.100.2");
  const { edges, pageInfo } = await history(identity, 1);
  const [{ node }] = edges as [(typeof edges)[0]];
  expect(node).toMatchObject({
    succeeded: true,
    client: "parent-app",
    address: "198.51.100.2",
    agent: telephone,
  });
  expect(pageInfo.hasNextPage).toBe(true);
  const next = await history(identity, 1, pageInfo.endCursor);
  expect(next.edges.map(({ node }) => [node.succeeded, node.address])).toEqual([[false, "203.0.113.7"]]);
  expect(next.pageInfo.hasNextPage).toBe(false);
  const stranger = signedIn(demoPeople.guardian.subjectId, { role: "GUARDIAN" });
  expect((await history(identity, 20, null, stranger)).edges).toEqual([]);
  await expect(history(identity, 1, pageInfo.endCursor, stranger)).rejects.toThrow("INVALID_CURSOR");
  expect(await identity.dump()).not.toContain("203.0.113.7");
});

it("writes down as much of a try at a login that is nobody's, and forgets it the day after", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const rowsOf = async (login: string) => {
    const before = identity.statements.length;
    await tryToSignIn(identity, login, "not the password", "203.0.113.7");
    return identity.statements.slice(before).filter((sql) => sql.includes("sign_in_attempt")).length;
  };
  expect(await rowsOf("nobody@example.com")).toBe(await rowsOf(email));
  identity.clock.advance(25 * 60 * 60_000);
  await sweep(undefined).run(identity.context());
  expect(await identity.rows("select account_id from sign_in_attempt")).toEqual([{ account_id: subjectId }]);
  identity.clock.advance(180 * 24 * 60 * 60_000);
  await sweep(undefined).run(identity.context());
  expect(await identity.rows("select 1 from sign_in_attempt")).toEqual([]);
});

it("forgets after as many days as the operator has set", async () => {
  await using identity = await startIdentity({ demoCity: true, signInHistoryDays: 30 });
  await tryToSignIn(identity, email, "not the password", "203.0.113.7");
  identity.clock.advance(29 * 24 * 60 * 60_000);
  await sweep(undefined).run(identity.context());
  expect(await identity.rows("select 1 from sign_in_attempt")).toHaveLength(1);
  identity.clock.advance(2 * 24 * 60 * 60_000);
  await sweep(undefined).run(identity.context());
  expect(await identity.rows("select 1 from sign_in_attempt")).toEqual([]);
});

it("shows a wrong code as well as a wrong password", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new Browser(identity, { address: "203.0.113.7" }).open();
  await browser.submit("forgot");
  await browser.submit("recover", { login: email });
  await browser.submit("code", { code: "22222222" });
  expect(browser.alert).toBe("CODE_WRONG");
  const { edges } = await history(identity);
  expect(edges.map(({ node }) => [node.succeeded, node.address])).toEqual([[false, "203.0.113.7"]]);
});
