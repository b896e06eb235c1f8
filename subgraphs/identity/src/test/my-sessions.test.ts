import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { decodeJwt } from "jose";
import { expect, it } from "vitest";
import { App, trade } from "./app.js";
import { Browser, claimsOf } from "./browser.js";
import { codeOf, demoPassword, type Identity, signedIn, startIdentity } from "./given.js";

const { subjectId, email } = demoPeople.newcomer;
const list = "{ mySessions { id client since lastSeenAt address agent current } }";
const end = "mutation ($id: ID!) { endSession(id: $id) { id } }";
const telephone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1";

interface Shown {
  id: string;
  client: string;
  since: string;
  lastSeenAt: string;
  address: string;
  agent: string;
  current: boolean;
}

async function sessions(identity: Identity, viewer: Viewer): Promise<Shown[]> {
  return (await identity.execute(viewer, list)).data.mySessions;
}

/** The owner, in the browser that holds this cookie. */
async function ownerIn(identity: Identity, app: App): Promise<Viewer> {
  const { sub, sid } = decodeJwt<{ sid: string }>((await trade(identity, app.secret))!.token);
  return { ...anonymous, subject: sub!, session: sid, assurance: "signed-in" };
}

const ended = async (identity: Identity) =>
  (await identity.published("identity.SessionEnded")).map(({ payload }) => payload);

it("lists where the owner is signed in: from which device and address, since when, and which one asks", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const since = identity.clock.now().getTime();
  const app = new App(identity, { agent: telephone, address: "203.0.113.9" });
  await app.signInByCookie(email);
  identity.clock.advance(3 * 60_000);
  const elsewhere = await new Browser(identity, { agent: "curl/8" }).signIn(email, demoPassword);
  identity.clock.advance(3 * 60_000);
  const viewer = await ownerIn(identity, app);
  const shown = await sessions(identity, viewer);
  expect((Date.parse(shown[0]!.since) - since) / 1_000).toBeCloseTo(0, -1);
  expect((identity.clock.now().getTime() - Date.parse(shown[0]!.lastSeenAt)) / 1_000).toBeCloseTo(0, -1);
  expect(shown).toEqual([
    {
      id: viewer.session,
      client: "campus-apps",
      since: expect.any(String),
      lastSeenAt: expect.any(String),
      address: "203.0.113.9",
      agent: telephone,
      current: true,
    },
    expect.objectContaining({
      id: claimsOf(elsewhere).sid,
      client: "parent-app",
      agent: "curl/8",
      address: "127.0.0.1",
      current: false,
    }),
  ]);
});

it("ends one of them, with its cookie and its refresh tokens, and says so; the others go on", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const [here, there] = [new App(identity), new App(identity)];
  for (const app of [here, there]) await app.signInByCookie(email);
  const other = new Browser(identity);
  const tokens = await other.signIn(email, demoPassword);
  const viewer = await ownerIn(identity, here);
  const lost = (await ownerIn(identity, there)).session;
  for (const id of [lost, claimsOf(tokens).sid!]) {
    const answer = await identity.execute(viewer, end, { id });
    expect(answer.data.endSession.map((each: Shown) => each.id)).not.toContain(id);
  }
  expect((await there.session()).kind).toBe("ANONYMOUS");
  expect((await other.refresh(tokens.refresh_token)).status).toBe(400);
  expect((await here.session()).kind).toBe("SIGNED_IN");
  expect(await sessions(identity, viewer)).toMatchObject([{ id: viewer.session, current: true }]);
  expect(await ended(identity)).toEqual([
    { subjectId, sid: lost },
    { subjectId, sid: claimsOf(tokens).sid },
  ]);
  expect(codeOf(await identity.execute(viewer, end, { id: lost }))).toBe("NOT_FOUND");
});

it("neither shows nor ends another person's", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  const { session } = await ownerIn(identity, app);
  const stranger = signedIn(demoPeople.guardian.subjectId, { role: "GUARDIAN" });
  expect(await sessions(identity, stranger)).toEqual([]);
  expect(codeOf(await identity.execute(stranger, end, { id: session }))).toBe("NOT_FOUND");
  expect((await app.session()).kind).toBe("SIGNED_IN");
  expect(await ended(identity)).toEqual([]);
});

it("lists a browser that came by a code to the owner's address, and ends it", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  const byCode = new App(identity, { agent: telephone });
  const challengeId = await identity.requestCode(email);
  await byCode.post("/session/applicant", { challengeId, code: identity.mailbox.codeFor(email) });
  const viewer = await ownerIn(identity, app);
  const found = (await sessions(identity, viewer)).find(({ agent }) => agent === telephone)!;
  expect(found).toMatchObject({ client: "campus-apps", current: false });
  await identity.execute(viewer, end, { id: found.id });
  expect((await byCode.session()).kind).toBe("ANONYMOUS");
});

it("shows those from before devices were written down, too, and ends them", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const [here, before] = [new App(identity), new App(identity)];
  for (const app of [here, before]) await app.signInByCookie(email);
  await identity.rows("delete from session_device");
  const viewer = await ownerIn(identity, here);
  const shown = await sessions(identity, viewer);
  expect(shown).toHaveLength(2);
  const other = shown.find(({ current }) => !current)!;
  expect(other).toMatchObject({ client: "", agent: "", address: "", since: expect.any(String) });
  await identity.execute(viewer, end, { id: other.id });
  expect((await before.session()).kind).toBe("ANONYMOUS");
});

it("keeps device and address sealed, and forgets them with the session", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity, { agent: telephone, address: "203.0.113.9" }).signInByCookie(email);
  const dump = await identity.dump();
  expect(dump).not.toContain("iPhone");
  expect(await identity.rows("select sid from session_device")).toHaveLength(1);
  await app.post("/session/sign-out");
  expect(await identity.rows("select sid from session_device")).toEqual([]);
});
