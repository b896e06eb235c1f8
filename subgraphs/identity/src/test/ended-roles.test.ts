import { newId } from "@campus-graph/kit/sql/id";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { codeOf, fresh, type Identity, startIdentity } from "./given.js";

const school = "403601";
const bureau = fresh(newId(), { role: "BUREAU" });
const { cashier, it: office } = demoPeople;
/** As a token tells of them that was made before their role ended. */
const before = fresh(office.subjectId, { role: "IT", schoolCode: school });

const appointment = `mutation { appointStaff(input: { email: "lin@school.example", name: "林老師", role: TEACHER,
  schoolCode: "${school}" }) { id } }`;
const sheet = `mutation { importStaff(input: { schoolCode: "${school}",
  content: "姓名,電子郵件,職務\\n林老師,lin@school.example,導師" }) { applied } }`;
const care = (act: string) =>
  `mutation { ${act}(input: { accountId: "${cashier.subjectId}", reason: "asked for" }) { id } }`;

async function roleIdOf(identity: Identity, email: string): Promise<string> {
  const { data } = await identity.execute(
    bureau,
    `{ staff(schoolCode: "${school}", first: 100) { edges { node { id email } } } }`,
  );
  // biome-ignore lint/suspicious/noExplicitAny: as it was asked for
  return data.staff.edges.map(({ node }: any) => node).find((node: any) => node.email === email).id;
}

async function end(identity: Identity, email: string) {
  const id = await roleIdOf(identity, email);
  return identity.execute(bureau, `mutation { endStaffRole(input: { id: "${id}" }) { state } }`);
}

it.each([
  ["an appointment", () => appointment, "FORBIDDEN"],
  ["a sheet of staff", () => sheet, "FORBIDDEN"],
  [
    "the end of a colleague's role",
    (roleId: string) => `mutation { endStaffRole(input: { id: "${roleId}" }) { id } }`,
    "NOT_FOUND",
  ],
  ["an account that is disabled", () => care("disableAccount"), "NOT_FOUND"],
  ["a second factor that is reset", () => care("resetSecondFactor"), "NOT_FOUND"],
])("lets nobody act by a token from before their role ended: %s", async (_, act, code) => {
  await using identity = await startIdentity({ demoCity: true });
  const query = act(await roleIdOf(identity, cashier.email));
  await end(identity, office.email);
  expect(codeOf(await identity.execute(before, query))).toBe(code);
  expect(await identity.rows("select 1 from account where disabled_at is not null")).toEqual([]);
  expect(
    await identity.rows("select act from audit where act in ('appoint-staff', 'disable-account')"),
  ).toEqual([]);
});

it("lets nobody act by a token from before their account was disabled", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await identity.rows(
    "update account set disabled_at = now(), disabled_by = 'SCHOOL', disabled_reason = 'sealed' where id = ? returning 1",
    [office.subjectId],
  );
  expect(codeOf(await identity.execute(before, appointment))).toBe("FORBIDDEN");
});

it("acts either before a role ends or not at all, where both come at once", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const ending = identity.running.database.em.fork();
  await ending.begin();
  await ending.execute("set local transaction_timeout = 0");
  // As endStaffRole does, which has not committed yet.
  await ending.execute("select 1 from account where id = ? for update", [office.subjectId]);
  await ending.execute(
    `update account set roles = jsonb_set(roles, '{0,endedFrom}', '"2020-01-01"') where id = ?`,
    [office.subjectId],
  );
  const acting = identity.execute(before, appointment);
  await identity.waiting(
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%account%'",
  );
  await ending.commit();
  expect(codeOf(await acting)).toBe("FORBIDDEN");
});

it("has whoever ends a role wait for what is being done by it", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const roleId = await roleIdOf(identity, office.email);
  const acting = identity.running.database.em.fork();
  await acting.begin();
  await acting.execute("set local transaction_timeout = 0");
  // As an appointment does, which has not committed yet.
  await acting.execute("select 1 from account where id = ? for share", [office.subjectId]);
  let hasEnded = false;
  const ending = identity
    .execute(bureau, `mutation { endStaffRole(input: { id: "${roleId}" }) { state } }`)
    .then((answer) => {
      hasEnded = true;
      return answer;
    });
  await identity.waiting(
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%account%'",
  );
  expect(hasEnded).toBe(false);
  await acting.commit();
  expect((await ending).data.endStaffRole.state).toBe("OVER");
});

it("lets one of two who end each other through", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const { data } = await identity.execute(
    bureau,
    `mutation { appointStaff(input: { email: "it2@school.example", name: "白資訊", role: IT, schoolCode: "${school}" })
     { id account { id } } }`,
  );
  const other = fresh(data.appointStaff.account.id, { role: "IT", schoolCode: school });
  const roleId = await roleIdOf(identity, office.email);
  const ends = (id: string) => `mutation { endStaffRole(input: { id: "${id}" }) { id } }`;
  const answers = await Promise.all([
    identity.execute(before, ends(data.appointStaff.id)),
    identity.execute(other, ends(roleId)),
  ]);
  const done = answers.filter(({ errors }) => !errors);
  expect(done).toHaveLength(1);
  expect(["NOT_FOUND", "TRY_AGAIN"]).toContain(codeOf(answers.find(({ errors }) => errors)!));
});
