import { newId } from "@campus-graph/kit/sql/id";
import { decodeJwt } from "jose";
import { expect, it } from "vitest";
import { accountByEmail, accountById } from "../persistence/accounts.js";
import { givenApprovedGuardian } from "./accounts.js";
import { App, trade } from "./app.js";
import { codeOf, fresh, type Identity, startIdentity, wang } from "./given.js";

const school = "403601";
const it1 = fresh(newId(), { role: "IT", schoolCode: school });
const it2 = fresh(newId(), { role: "IT", schoolCode: school });
const itElsewhere = fresh(newId(), { role: "IT", schoolCode: "343602" });
const bureau = fresh(newId(), { role: "BUREAU" });

const fields = "id role from until endedFrom state mayApprove isOwn name email";
const appointment = `mutation ($input: AppointStaffInput!) { appointStaff(input: $input) { ${fields} } }`;
const lin = { email: "lin@school.example", name: "林老師", schoolCode: school };

/** 09:00 in Taipei of that day. */
function setDay(identity: Identity, day: string): void {
  setMoment(identity, `${day}T09:00:00+08:00`);
}

function setMoment(identity: Identity, moment: string): void {
  identity.clock.advance(new Date(moment).getTime() - identity.clock.now().getTime());
}

async function appoint(identity: Identity, viewer: typeof it1, input: object) {
  const answer = await identity.execute(viewer, appointment, { input: { ...lin, ...input } });
  await identity.settle();
  return { code: codeOf(answer), role: answer.data?.appointStaff };
}

async function change(identity: Identity, viewer: typeof it1, act: string) {
  const answer = await identity.execute(viewer, `mutation { done: ${act} { ${fields} } }`);
  await identity.settle();
  return { code: codeOf(answer), role: answer.data?.done };
}

async function rolesOf(identity: Identity, email: string) {
  const account = await accountByEmail(identity.context(), email);
  return account!.rolesAt(identity.clock.now());
}

it.each(["TEACHER", "SUPPORT"])(
  "lets a school's IT appoint to %s at once, and mails what to do next",
  async (role) => {
    await using identity = await startIdentity();
    const { role: given } = await appoint(identity, it1, { role });
    expect(given).toMatchObject({ role, state: "IN_EFFECT", name: "林老師", until: null, isOwn: false });
    const [mail] = identity.mailbox.to(lin.email);
    expect(mail?.text).toContain("忘記密碼或第一次登入");
    const [said] = await identity.published("identity.StaffAppointed");
    expect(said?.payload).toMatchObject({ role, schoolCode: school, until: null });
  },
);

it.each(["REGISTRAR", "CASHIER", "IT"])(
  "has what a school's IT appoints to %s approved by another person",
  async (role) => {
    await using identity = await startIdentity();
    const { role: given } = await appoint(identity, it1, { role });
    expect(given).toMatchObject({ state: "AWAITS_APPROVAL", mayApprove: false });
    expect(await rolesOf(identity, lin.email)).toEqual([]);
    expect(identity.mailbox.to(lin.email)).toEqual([]);
    const approve = `approveStaffRole(id: "${given.id}")`;
    expect((await change(identity, it1, approve)).code).toBe("OWN_APPOINTMENT");
    expect((await change(identity, itElsewhere, approve)).code).toBe("NOT_FOUND");
    expect((await change(identity, it2, approve)).role).toMatchObject({ state: "IN_EFFECT" });
    expect((await change(identity, bureau, approve)).role).toMatchObject({ state: "IN_EFFECT" });
    expect(await rolesOf(identity, lin.email)).toEqual([{ role, schoolCode: school }]);
    expect(identity.mailbox.to(lin.email)).toHaveLength(1);
    expect(await identity.published("identity.StaffAppointed")).toHaveLength(1);
  },
);

it("lets the bureau appoint everywhere, and to itself", async () => {
  await using identity = await startIdentity();
  for (const role of ["TEACHER", "REGISTRAR", "CASHIER", "IT", "SUPPORT"])
    expect((await appoint(identity, bureau, { role })).role).toMatchObject({ state: "IN_EFFECT" });
  const city = { schoolCode: null };
  expect((await appoint(identity, bureau, { role: "BUREAU", ...city })).role).toMatchObject({
    role: "BUREAU",
  });
  expect((await appoint(identity, bureau, { role: "SUPPORT", ...city })).role).toMatchObject({
    role: "SUPPORT",
  });
});

it("lets the IT of one school appoint, list and change nothing at another", async () => {
  await using identity = await startIdentity();
  const { role } = await appoint(identity, it1, { role: "TEACHER" });
  expect((await appoint(identity, itElsewhere, { role: "CASHIER" })).code).toBe("FORBIDDEN");
  expect((await appoint(identity, itElsewhere, { role: "BUREAU", schoolCode: null })).code).toBe("FORBIDDEN");
  const list = `{ staff(schoolCode: "${school}") { edges { node { id } } } }`;
  expect(codeOf(await identity.execute(itElsewhere, list))).toBe("FORBIDDEN");
  expect(codeOf(await identity.execute(itElsewhere, "{ staff { edges { node { id } } } }"))).toBe(
    "FORBIDDEN",
  );
  for (const act of [
    `endStaffRole(input: { id: "${role.id}" })`,
    `undoStaffRoleEnd(id: "${role.id}")`,
    `approveStaffRole(id: "${role.id}")`,
  ])
    expect((await change(identity, itElsewhere, act)).code).toBe("NOT_FOUND");
});

it("lets nobody appoint, approve or end themselves", async () => {
  await using identity = await startIdentity();
  const { role } = await appoint(identity, bureau, { role: "IT" });
  const [appointed] = await identity.published("identity.StaffAppointed");
  const { subjectId } = appointed!.payload;
  const self = fresh(subjectId, { role: "IT", schoolCode: school });
  expect((await appoint(identity, self, { role: "CASHIER" })).code).toBe("OWN_ROLE");
  expect((await appoint(identity, self, { role: "TEACHER" })).code).toBe("OWN_ROLE");
  expect((await change(identity, self, `endStaffRole(input: { id: "${role.id}" })`)).code).toBe("OWN_ROLE");
  const proposed = await appoint(identity, it2, { role: "CASHIER" });
  expect((await change(identity, self, `approveStaffRole(id: "${proposed.role.id}")`)).code).toBe("OWN_ROLE");
});

it("gives a role from its first day to its last, with nobody doing anything", async () => {
  await using identity = await startIdentity();
  setDay(identity, "2027-08-01");
  await appoint(identity, it1, { role: "TEACHER", from: "2027-08-31", until: "2028-01-20" });
  const held = async (moment: string) => {
    setMoment(identity, moment);
    return (await rolesOf(identity, lin.email)).length;
  };
  expect(await held("2027-08-30T23:59:30+08:00")).toBe(0);
  expect(await held("2027-08-31T00:00:00+08:00")).toBe(1);
  expect(await held("2028-01-20T23:59:30+08:00")).toBe(1);
  expect(await held("2028-01-21T00:00:00+08:00")).toBe(0);
});

it("gives no token beyond the midnight at which a role begins or ends", async () => {
  await using identity = await startIdentity({ demoCity: true });
  setDay(identity, "2030-08-01");
  await appoint(identity, bureau, {
    role: "TEACHER",
    email: "newcomer@campus.example",
    name: "張雅芳",
    until: "2030-08-03",
  });
  const app = await new App(identity).open();
  await app.signInByCookie("newcomer@campus.example");
  setMoment(identity, "2030-08-03T23:58:00+08:00");
  const before = await trade(identity, app.secret);
  expect(new Date(before!.expiresAt)).toEqual(new Date("2030-08-04T00:00:00+08:00"));
  expect(decodeJwt(before!.token).roles).toContainEqual({ role: "TEACHER", schoolCode: school });
  setMoment(identity, "2030-08-04T00:00:00+08:00");
  const after = await trade(identity, app.secret);
  expect(decodeJwt(after!.token).roles).toEqual([{ role: "GUARDIAN" }]);
});

it("tells the others of a last day that has passed, once", async () => {
  await using identity = await startIdentity();
  setDay(identity, "2027-08-01");
  await appoint(identity, it1, { role: "TEACHER", until: "2027-08-02" });
  setDay(identity, "2027-08-02");
  expect(await identity.published("identity.StaffRoleEnded")).toEqual([]);
  setDay(identity, "2027-08-03");
  await identity.settle();
  setDay(identity, "2027-08-04");
  const told = await identity.published("identity.StaffRoleEnded");
  expect(told.map(({ payload }) => payload)).toEqual([
    { subjectId: expect.any(String), role: "TEACHER", schoolCode: school },
  ]);
});

it("ends a role at once, on a day, and takes that back until then", async () => {
  await using identity = await startIdentity();
  setDay(identity, "2027-08-01");
  const { role } = await appoint(identity, it1, { role: "TEACHER" });
  const end = (on?: string) => `endStaffRole(input: { id: "${role.id}"${on ? `, on: "${on}"` : ""} })`;
  expect((await change(identity, it2, end("2027-07-31"))).code).toBe("BAD_INPUT");
  expect((await change(identity, it2, end("2027-08-10"))).role).toMatchObject({
    state: "IN_EFFECT",
    until: "2027-08-09",
    endedFrom: "2027-08-10",
  });
  expect((await change(identity, it2, `undoStaffRoleEnd(id: "${role.id}")`)).role).toMatchObject({
    until: null,
  });
  await change(identity, it2, end("2027-08-10"));
  setDay(identity, "2027-08-10");
  expect((await change(identity, it2, `undoStaffRoleEnd(id: "${role.id}")`)).code).toBe("STAFF_ROLE_OVER");
  expect(await rolesOf(identity, lin.email)).toEqual([]);
  const { role: again } = await appoint(identity, it1, { role: "TEACHER" });
  await identity.execute(it2, `mutation { endStaffRole(input: { id: "${again.id}" }) { id } }`);
  expect(await rolesOf(identity, lin.email)).toEqual([]);
});

it("adds to the account that there is, a guardian's too", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenApprovedGuardian(identity);
  const asWang = { email: wang.email, name: wang.name, role: "TEACHER" };
  await appoint(identity, it1, asWang);
  await appoint(identity, bureau, { ...asWang, role: "CASHIER" });
  const [row] = await identity.rows<{ count: string }>("select count(*) from account");
  expect(Number(row!.count)).toBe(1);
  const account = await accountById(identity.context(), subjectId);
  expect(account!.rolesAt(identity.clock.now()).map(({ role }) => role)).toEqual([
    "GUARDIAN",
    "TEACHER",
    "CASHIER",
  ]);
});

it("appoints nobody by the address of a person of another name", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity);
  expect((await appoint(identity, it1, { email: wang.email, role: "CASHIER" })).code).toBe(
    "STAFF_NAME_DIFFERS",
  );
});

it("refuses the same role twice on one day, and takes it for the days after", async () => {
  await using identity = await startIdentity();
  setDay(identity, "2027-08-01");
  await appoint(identity, it1, { role: "TEACHER", until: "2027-08-31" });
  expect((await appoint(identity, it1, { role: "TEACHER", from: "2027-08-31" })).code).toBe(
    "STAFF_ROLE_HELD",
  );
  expect((await appoint(identity, it1, { role: "TEACHER", from: "2027-09-01" })).role.state).toBe("COMING");
});

it.each([
  ["a school for the bureau", { role: "BUREAU" }],
  ["no school for a cashier", { role: "CASHIER", schoolCode: null }],
  ["what is no school's code", { role: "CASHIER", schoolCode: "內湖國小" }],
  ["days that are over", { role: "TEACHER", from: "2020-01-01" }],
  ["a last day before the first", { role: "TEACHER", until: "2020-01-01" }],
  ["a class for a cashier", { role: "CASHIER", classId: newId() }],
])("refuses %s", async (_, input) => {
  await using identity = await startIdentity();
  expect((await appoint(identity, bureau, input)).code).toBe("BAD_INPUT");
});

it("refuses a guardian as a role of staff", async () => {
  await using identity = await startIdentity();
  expect((await appoint(identity, bureau, { role: "GUARDIAN" })).code).toBe("BAD_INPUT");
  expect((await appoint(identity, bureau, { role: "PARTNER" })).code).toBe("BAD_INPUT");
});

it("lists by school and role, page by page, without what is over", async () => {
  await using identity = await startIdentity();
  for (const role of ["TEACHER", "CASHIER", "IT"]) await appoint(identity, bureau, { role });
  await appoint(identity, bureau, { role: "TEACHER", schoolCode: "343602" });
  const { role } = await appoint(identity, bureau, { role: "SUPPORT" });
  await identity.execute(bureau, `mutation { endStaffRole(input: { id: "${role.id}" }) { id } }`);
  const list = async (viewer: typeof it1, args: string) => {
    const { data } = await identity.execute(
      viewer,
      `{ staff${args} { edges { cursor node { role } } pageInfo { hasNextPage } } }`,
    );
    return data.staff;
  };
  const names = (page: { edges: { node: { role: string } }[] }) => page.edges.map(({ node }) => node.role);
  const first = await list(it1, `(schoolCode: "${school}", first: 2)`);
  expect(names(first)).toEqual(["CASHIER", "IT"]);
  const second = await list(it1, `(schoolCode: "${school}", first: 2, after: "${first.edges[1].cursor}")`);
  expect([names(second), second.pageInfo.hasNextPage]).toEqual([["TEACHER"], false]);
  expect(names(await list(it1, `(schoolCode: "${school}", withPast: true)`))).toContain("SUPPORT");
  expect(names(await list(bureau, ""))).toHaveLength(4);
});

it("appoints nobody at a school of which roster has not told, or which it has taken back", async () => {
  await using identity = await startIdentity({ schools: [] });
  const facts = { schoolCode: school, name: "市立內湖國小", level: "ELEMENTARY" } as const;
  const importing = `mutation { importStaff(input: { schoolCode: "${school}", dryRun: true,
    content: "姓名,電子郵件,職務\\n林老師,lin@school.example,導師" }) { applied problems { code } } }`;
  expect((await appoint(identity, bureau, { role: "TEACHER" })).code).toBe("SCHOOL_UNKNOWN");
  expect(codeOf(await identity.execute(bureau, importing))).toBe("SCHOOL_UNKNOWN");
  expect(await identity.rows("select 1 from account")).toEqual([]);
  await identity.deliver("roster.SchoolEntered", school, facts);
  await identity.deliver("roster.SchoolEntered", school, facts);
  expect((await appoint(identity, bureau, { role: "TEACHER" })).role).toMatchObject({ state: "IN_EFFECT" });
  expect((await identity.execute(bureau, importing)).errors).toBeUndefined();
  await identity.deliver("roster.SchoolRemoved", school, { schoolCode: school });
  expect((await appoint(identity, bureau, { role: "CASHIER" })).code).toBe("SCHOOL_UNKNOWN");
  // Who is there already can still be looked after.
  const { data } = await identity.execute(
    bureau,
    `{ staff(schoolCode: "${school}") { edges { node { id } } } }`,
  );
  const [{ node }] = data.staff.edges;
  expect((await change(identity, bureau, `endStaffRole(input: { id: "${node.id}" })`)).role).toMatchObject({
    state: "OVER",
  });
});

it("lists one role, or what awaits approval, of a school or of all", async () => {
  await using identity = await startIdentity();
  await appoint(identity, it1, { role: "TEACHER" });
  await appoint(identity, it1, { role: "CASHIER" });
  await appoint(identity, bureau, { role: "CASHIER", schoolCode: "343602" });
  const list = async (args: string) => {
    const query = `{ staff(${args}) { edges { node { role school { code } } } } }`;
    const { data } = await identity.execute(bureau, query);
    // biome-ignore lint/suspicious/noExplicitAny: as it was asked for
    return data.staff.edges.map(({ node }: any) => `${node.role} ${node.school.code}`);
  };
  expect(await list("role: CASHIER")).toEqual(["CASHIER 343602", "CASHIER 403601"]);
  expect(await list("onlyAwaiting: true")).toEqual(["CASHIER 403601"]);
  expect(await list(`schoolCode: "343602", onlyAwaiting: true`)).toEqual([]);
});
