import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { decodeJwt } from "jose";
import { expect, it } from "vitest";
import { Browser, claimsOf } from "./browser.js";
import { codeOf, demoPassword, type Identity, signedIn, startIdentity } from "./given.js";
import { WalletBrowser } from "./wallet-browser.js";

const guardian = "guardian@campus.example";
const mine = "{ myWalletLinks { id scopes since lastUsedAt partner { id name suspendedAt } } }";
const unlink = "mutation ($id: ID!) { unlinkWallet(id: $id) { id } }";

const scopesIn = (token: string) => decodeJwt<{ scope?: string }>(token).scope;

async function holder(identity: Identity): Promise<Viewer> {
  const [row] = await identity.rows<{ account_id: string }>("select account_id from wallet_link");
  return signedIn(row!.account_id, { role: "GUARDIAN" });
}

it("tells in words who asks, what for, and that it can be ended, in both languages", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const page = await new WalletBrowser(identity).askForLink(guardian);
  expect(page.told).toEqual(["bills:read", "notices:subscribe"]);
  expect(page.text).toContain("悠遊付");
  expect(page.text).toContain("隨時可以在「校園家長服務」的「我的」頁面終止連結");
  expect(page.text).toContain(guardian);
  expect(page.text).toContain("完成後將返回： <strong>campus.test</strong>");
  const english = await new WalletBrowser(identity, { language: "en" }).askForLink(guardian);
  expect(english.text).toContain("You can end this at any time");
});

it("tells only the scopes that were asked for and that the partner is registered for", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const one = await new WalletBrowser(identity).askForLink(guardian, {
    scope: "openid notices:subscribe campus",
  });
  expect(one.told).toEqual(["notices:subscribe"]);
  await one.answer("agree");
  const { text } = await one.redeemAsWallet();
  expect(scopesIn(JSON.parse(text).access_token)).toBe("notices:subscribe");
  await identity.rows("update partner set scopes = '{bills:read}'");
  const other = await new WalletBrowser(identity).askForLink(guardian);
  expect(other.told).toEqual(["bills:read"]);
});

it("gives the wallet tokens of these scopes, as a guardian and nothing else that the person is", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await identity.rows(
    `update account set roles = roles || '[{"role":"CASHIER","schoolCode":"403601"}]'::jsonb where roles @> '[{"role":"GUARDIAN"}]'`,
  );
  const tokens = await new WalletBrowser(identity).link(guardian);
  const claims = claimsOf(tokens);
  expect(scopesIn(tokens.access_token)).toBe("bills:read notices:subscribe");
  expect(claims).toMatchObject({
    client_id: "wallet",
    assurance: "signed-in",
    roles: [{ role: "GUARDIAN" }],
  });
  const {
    data: { myWalletLinks },
  } = await identity.execute(await holder(identity), mine);
  expect(myWalletLinks).toEqual([
    {
      id: claims.sid,
      scopes: ["bills:read", "notices:subscribe"],
      since: expect.any(String),
      lastUsedAt: expect.any(String),
      partner: { id: "wallet", name: "悠遊付", suspendedAt: null },
    },
  ]);
});

it("writes to the guardian what was linked, what it may, and where to end it", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const before = identity.mailbox.mails.length;
  const browser = await new WalletBrowser(identity).askForLink(guardian, { scope: "bills:read" });
  await browser.answer("agree");
  await identity.settle();
  const letters = identity.mailbox.mails.slice(before).filter(({ subject }) => subject.includes("悠遊付"));
  expect(letters).toHaveLength(1);
  const { to, text } = letters[0]!;
  expect(to).toBe(guardian);
  expect(text).toContain("read your children's bills");
  expect(text).not.toContain("get your bill notices");
  expect(text).toContain("http://campus.test/parent/me/wallets");
});

it("gives the city's own programs everything, and a partner in its own name what it is registered for", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const own = await new Browser(identity).signIn(guardian, demoPassword);
  expect(scopesIn(own.access_token)).toBe("campus");
  const wallet = new WalletBrowser(identity);
  const asked = async (form: Record<string, string>) => {
    const { text } = await wallet.asWallet({ grant_type: "client_credentials", ...form });
    return scopesIn(JSON.parse(text).access_token);
  };
  expect(await asked({})).toBe("bills:read payments:notify");
  expect(await asked({ scope: "bills:read" })).toBe("bills:read");
  // What is a guardian's to give, it cannot take; nor what only the city's own programs have.
  expect(await asked({ scope: "notices:subscribe campus payments:notify" })).toBe("payments:notify");
  await identity.rows("update partner set scopes = '{notices:subscribe}'");
  expect(await asked({})).toBeUndefined();
});

it("goes on by its refresh token when the guardian's browser signs out, and never widens", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new WalletBrowser(identity);
  const { refresh_token } = await browser.link(guardian);
  const [session] = await identity.rows<{ session_uid: string }>(
    "select session_uid from sso_item where model = 'Session'",
  );
  await identity.execute(
    { ...(await holder(identity)), session: session!.session_uid },
    `mutation { endSession(id: "${session!.session_uid}") { id } }`,
  );
  const narrow = await browser.refreshAsWallet(refresh_token, { scope: "bills:read" });
  expect(scopesIn(JSON.parse(narrow.text).access_token)).toBe("bills:read");
  const wide = await browser.refreshAsWallet(JSON.parse(narrow.text).refresh_token, {
    scope: "bills:read campus",
  });
  expect(wide.status).toBe(400);
});

it("ends a link at once: its session is announced, its refresh token and code are dead", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new WalletBrowser(identity);
  const { refresh_token, access_token } = await browser.link(guardian);
  const viewer = await holder(identity);
  const { sid } = claimsOf({ access_token });
  expect((await identity.execute(viewer, unlink, { id: sid })).data.unlinkWallet).toEqual([]);
  expect((await identity.published("identity.SessionEnded")).map(({ payload }) => payload)).toContainEqual({
    subjectId: viewer.subject,
    sid,
  });
  expect((await browser.refreshAsWallet(refresh_token)).status).toBe(400);
  expect(codeOf(await identity.execute(viewer, unlink, { id: sid }))).toBe("NOT_FOUND");
});

it("shows and ends a link for nobody but its guardian", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const { access_token } = await new WalletBrowser(identity).link(guardian);
  const { sid } = claimsOf({ access_token });
  const stranger = signedIn("0195d000-0000-7000-8000-00000000dead", { role: "GUARDIAN" });
  expect((await identity.execute(stranger, mine)).data.myWalletLinks).toEqual([]);
  expect(codeOf(await identity.execute(stranger, unlink, { id: sid }))).toBe("NOT_FOUND");
  const wallet = {
    ...(await holder(identity)),
    clientId: "wallet",
    scopes: ["bills:read", "notices:subscribe"],
  };
  expect(codeOf(await identity.execute(wallet, mine))).toBe("FORBIDDEN");
  expect(codeOf(await identity.execute(anonymous, mine))).toBe("UNAUTHENTICATED");
});

it("keeps one link of a wallet: the one before ends with the next", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new WalletBrowser(identity);
  const before = await browser.link(guardian);
  const after = await browser.link(guardian);
  expect((await browser.refreshAsWallet(before.refresh_token)).status).toBe(400);
  expect((await browser.refreshAsWallet(after.refresh_token)).status).toBe(200);
  const links = (await identity.execute(await holder(identity), mine)).data.myWalletLinks;
  expect(links).toHaveLength(1);
});

it("ends with every other session of an account when all are ended", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new WalletBrowser(identity);
  const { refresh_token } = await browser.link(guardian);
  await identity.execute(await holder(identity), "mutation { signOutEverywhere { id } }");
  expect((await browser.refreshAsWallet(refresh_token)).status).toBe(400);
  expect(await identity.rows("select 1 from wallet_link")).toEqual([]);
});

it("lets a suspended partner neither be linked nor renew what it has, until it is let in again", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new WalletBrowser(identity);
  const { refresh_token } = await browser.link(guardian);
  const waiting = await new WalletBrowser(identity).askForLink(guardian);
  await identity.operate("suspend-partner", { clientId: "wallet" });
  expect((await browser.refreshAsWallet(refresh_token)).status).toBe(401);
  const answer = await waiting.answer("agree");
  expect([answer.status, waiting.arrival]).toEqual([400, null]);
  expect((await new WalletBrowser(identity).askForLink(guardian)).step).toBeUndefined();
  const links = (await identity.execute(await holder(identity), mine)).data.myWalletLinks;
  expect(links).toMatchObject([{ partner: { suspendedAt: expect.any(String) } }]);
  await identity.operate("resume-partner", { clientId: "wallet" });
  expect((await browser.refreshAsWallet(refresh_token)).status).toBe(200);
});

it("tells the wallet of a guardian who does not agree, and links nothing", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new WalletBrowser(identity).askForLink(guardian);
  await browser.answer("decline");
  expect(browser.arrival?.searchParams.get("error")).toBe("access_denied");
  expect(await identity.rows("select 1 from wallet_link")).toEqual([]);
});

it("lists no wallet among the places where one is signed in", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await new WalletBrowser(identity).link(guardian);
  const { data } = await identity.execute(await holder(identity), "{ mySessions { id } }");
  const [session] = await identity.rows<{ session_uid: string }>(
    "select session_uid from sso_item where model = 'Session'",
  );
  expect(data.mySessions).toEqual([{ id: session!.session_uid }]);
});

it.each(["teacher@campus.example", "newcomer@campus.example"])(
  "links nothing for %s, who has no child here",
  async (login) => {
    await using identity = await startIdentity({ demoCity: true });
    if (login.startsWith("newcomer")) await identity.rows("update account set roles = '[]' where true");
    const browser = await new WalletBrowser(identity).askForLink(login);
    expect(browser.told).toEqual([]);
    // Pressing a button that is not there changes nothing.
    await browser.submit("agree", { guard: browser.guard });
    expect(browser.arrival).toBeNull();
    await browser.answer("decline");
    expect(browser.arrival?.searchParams.get("error")).toBe("access_denied");
    expect(await identity.rows("select 1 from wallet_link")).toEqual([]);
  },
);
