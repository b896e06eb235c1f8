import { anyone } from "@campus-graph/kit/auth/permissions";
import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permissions } from "../access/permissions.js";
import { givenApprovedGuardian, givenBoundGuardian } from "./accounts.js";
import { Authenticator } from "./authenticator.js";
import { givenDataFile } from "./data-file.js";
import { type Answer, type Identity, signedIn, startIdentity } from "./given.js";
import { type Example, examples, freshHolder, type World } from "./permissions.examples.js";

it("has an example for every row of the table, and no more", () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(permissions).sort());
});

// One world for all.
let identity: Identity;
let world: World;

beforeAll(async () => {
  identity = await startIdentity();
  world = await givenWorld(identity);
});

afterAll(() => identity[Symbol.asyncDispose]());

// The rows share one identity, and some stand on what those before them did: a key that was added, a name that was set.
describe("the table of permissions", { shuffle: false }, () => {
  it.each(Object.entries(examples))(
    "lets and refuses as the row %s says",
    async (_, { allowed, refused }) => {
      // The refused one first: what it asks for must not have happened.
      if (refused) expect(isGiven(await answerTo(refused))).toBe(false);
      const answer = await answerTo(allowed);
      expect(answer.errors).toBeUndefined();
      expect(isGiven(answer)).toBe(true);
    },
  );
});

it.each(Object.entries(examples).filter(([row]) => permissions[row] !== anyone))(
  "keeps %s from programs that are not the city's own, whoever their person is",
  async (_, { allowed }) => {
    const scopes = ["bills:read", "notices:subscribe", "payments:notify"];
    const asked = await answerTo({
      ...allowed,
      viewer: (world) => ({ ...allowed.viewer(world), clientId: "wallet", scopes }),
    });
    expect(asked.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect(isGiven(asked)).toBe(false);
  },
);

const challenged = "challenged@example.com";
const dataOwner = { name: "陳美玲", nationalId: "A100000001", email: "data@example.com" };
const leaver = { name: "吳大仁", nationalId: "B100000002", email: "leaver@example.com" };

async function answerTo({ viewer, query }: Example): Promise<Answer> {
  identity.clock.advance(10 * 60_000);
  const challengeId = await identity.requestCode(challenged);
  const now = identity.clock.now();
  const { data } = await identity.execute(
    freshHolder({ ...world, now }),
    "mutation { enrolSecondFactor { secret } }",
  );
  const factorCode = new Authenticator(data.enrolSecondFactor.secret).code(now);
  const { email } = viewer(world).subject === world.leaverId ? leaver : dataOwner;
  const ownChallengeId = await identity.requestCode(email);
  const own = { ownChallengeId, ownCode: identity.mailbox.codeFor(email) };
  const asked = {
    ...world,
    challengeId,
    code: identity.mailbox.codeFor(challenged),
    now,
    factorCode,
    ...own,
  };
  return identity.execute(viewer(asked), query(asked));
}

/** Whether every field asked for came, down to the last. */
function isGiven({ data, errors }: Answer): boolean {
  const isWhole = (value: unknown): boolean => {
    if (value === null || value === undefined) return false;
    if (Array.isArray(value)) return value.every(isWhole);
    return typeof value !== "object" || Object.values(value).every(isWhole);
  };
  return !errors && isWhole(data);
}

async function givenWorld(identity: Identity): Promise<World> {
  const [classId, teacherId] = [newId(), newId()];
  const from = "2020-08-01T00:00:00.000Z";
  await identity.deliver("roster.HomeroomAssigned", classId, {
    classId,
    schoolCode: "403601",
    staffSubjectId: teacherId,
    from,
    until: null,
  });
  const guardian = {
    name: "林志明",
    nationalId: "Q122300889",
    email: "guardian@example.com",
    mobile: "0912345601",
  };
  const { subjectId, facts, applicationId } = await givenApprovedGuardian(identity, guardian, classId);
  await identity.deliver("roster.StudentEnrolled", facts.studentId, {
    studentId: facts.studentId,
    classId,
    className: "二年一班",
    schoolCode: "403601",
    schoolName: "市立內湖國小",
    level: "ELEMENTARY",
    seatNumber: 1,
    maskedName: "林O佑",
    personKey: "key",
    parentPersonKeys: [],
  });
  await identity.deliver("binding.BindingOpened", facts.requestId, {
    ...facts,
    bindingId: newId(),
    openedAt: facts.appliedAt,
  });
  identity.clock.advance(60_000);
  await givenApprovedGuardian(identity, { ...guardian, email: "further@example.com" });
  const [link] = await identity.rows<{ id: string }>("select id from person_link");
  const at = identity.clock.now();
  await identity.rows(
    `insert into cookie_session (digest, kind, subject_id, sid, opened_at, used_at, expires_at)
     values ('a digest', 'ACCOUNT', ?, 'a session', ?, ?, ?)`,
    [subjectId, at, at, new Date(at.getTime() + 30 * 24 * 60 * 60_000)],
  );
  const boundAs = async (name: string, nationalId: string, email: string) =>
    (await givenBoundGuardian(identity, { name, nationalId, email })).subjectId;
  await identity.rows(
    `insert into partner (client_id, name, channels, scopes, registered_at) values ('wallet', '悠遊付', '{}', '{}', ?)`,
    [at],
  );
  for (const kid of ["one", "two"])
    await identity.rows("insert into partner_key (client_id, kid, jwk, since) values ('wallet', ?, ?, ?)", [
      kid,
      JSON.stringify({ kid, kty: "EC", crv: "P-256", x: "x", y: "y" }),
      at,
    ]);
  await identity.rows(
    `insert into wallet_link (id, account_id, client_id, scopes, since, expires_at)
     values ('a link', ?, 'wallet', '{bills:read}', ?, ?)`,
    [subjectId, at, new Date(at.getTime() + 30 * 24 * 60 * 60_000)],
  );
  const { subjectId: dataOwnerId } = await givenBoundGuardian(identity, dataOwner);
  const dataRequestId = await givenDataFile(identity, dataOwnerId);
  const toRestartId = await boundAs("李小美", "F222315508", "lapsed@example.com");
  const [contactChallengeId, contactCode] = await givenContactCode(identity, toRestartId);
  identity.mailbox.unknown.add(guardian.email);
  await identity.deliver("binding.DeliveryRequested", subjectId, {
    subjectId,
    template: "binding-revoked",
    ids: {},
    occasion: "one",
  });
  identity.mailbox.unknown.clear();
  const [undelivered] = await identity.rows<{ id: string }>("select id from job where dead_at is not null");
  const bureau = signedIn(newId(), { role: "BUREAU" });
  const { data } = await identity.execute(
    bureau,
    `mutation { appointStaff(input: { email: "held@example.com", name: "陳老師", role: TEACHER, schoolCode: "403601" }) { id } }`,
  );
  await identity.rows(
    `insert into disclosure (id, at, by_subject_id, role, school_code, what, person_subject_id, student_id)
     values (?, ?, ?, 'TEACHER', '403601', 'NATIONAL_ID', ?, ?)`,
    [newId(), at, teacherId, subjectId, facts.studentId],
  );
  return {
    undeliveredId: undelivered!.id,
    contactChallengeId,
    contactCode,
    walletLinkId: "a link",
    dataOwnerId,
    leaverId: (await givenBoundGuardian(identity, leaver)).subjectId,
    dataRequestId,
    ownChallengeId: "",
    ownCode: "",
    toDisableId: await boundAs("陳大名", "A123456789", "disabled@example.com"),
    toRestartId,
    staffRoleId: data.appointStaff.id,
    sessionId: "a session",
    linkId: link!.id,
    account: { subjectId, password: "300889" },
    requestId: facts.requestId,
    applicationId,
    studentId: facts.studentId,
    teacherId,
    applicant: await identity.verify("applicant@example.com"),
    challengeId: "",
    code: "",
    factorCode: "",
    now: identity.clock.now(),
  };
}

/** A code to an address that is to take the place of the account's. It lasts as long as the examples take. */
async function givenContactCode(identity: Identity, subjectId: string): Promise<[string, string]> {
  const target = "moved@example.com";
  const { data } = await identity.execute(
    signedIn(subjectId, { role: "GUARDIAN" }),
    `mutation { requestContactChange(input: { by: EMAIL, target: "${target}" }) { challengeId } }`,
  );
  await identity.settle();
  await identity.rows("update verification_challenge set expires_at = ? where purpose = 'CONTACT'", [
    new Date(identity.clock.now().getTime() + 90 * 24 * 60 * 60_000),
  ]);
  return [data.requestContactChange.challengeId, identity.mailbox.codeFor(target)];
}
