import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { givenBoundGuardian } from "./accounts.js";
import { codeOf, type Identity, signedIn, startIdentity, wang } from "./given.js";

const elementary = "403601";
const itOf = (schoolCode: string): Viewer => signedIn(newId(), { role: "IT", schoolCode });
const bureau = () => signedIn(newId(), { role: "BUREAU" });

const query = `query ($input: FindAccountsInput!) { accounts(input: $input) { edges { node {
  id maskedName maskedEmail maskedMobile isGuardian state isChangeable staffRoles { role school { code } } } } } }`;

async function found(identity: Identity, viewer: Viewer, input: object) {
  const { data, errors } = await identity.execute(viewer, query, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.accounts.edges.map(({ node }: { node: object }) => node);
}

it("finds a guardian of the school by e-mail and by national ID, masked", async () => {
  await using identity = await startIdentity();
  const { subjectId: id } = await givenBoundGuardian(identity);
  const shown = {
    id,
    maskedName: "王O明",
    maskedEmail: "w***@example.com",
    maskedMobile: "0912***456",
    isGuardian: true,
    state: "AWAITING_FIRST_SIGN_IN",
    isChangeable: true,
    staffRoles: [],
  };
  for (const input of [{ email: "WANG@example.com" }, { nationalId: wang.nationalId.toLowerCase() }])
    expect(await found(identity, itOf(elementary), input)).toEqual([shown]);
  // Nobody has shown that the number is theirs, so nobody is found by it.
  expect(await found(identity, itOf(elementary), { mobile: wang.mobile })).toEqual([]);
});

it("finds staff by user name and mobile number, with their roles at the asker's school alone", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const { cashier } = demoPeople;
  for (const input of [{ userName: "Ｃashier" }, { mobile: cashier.mobile }, { email: cashier.email }])
    expect(await found(identity, itOf(elementary), input)).toMatchObject([
      { id: cashier.subjectId, staffRoles: [{ role: "CASHIER", school: { code: elementary } }] },
    ]);
});

it("answers another school's IT office as if there were no such account, and the bureau with it", async () => {
  await using identity = await startIdentity();
  const { subjectId: id } = await givenBoundGuardian(identity);
  const elsewhere = itOf("403501");
  const none = await identity.execute(elsewhere, query, { input: { email: "nobody@example.com" } });
  for (const input of [{ email: wang.email }, { nationalId: wang.nationalId }])
    expect(await identity.execute(elsewhere, query, { input })).toEqual(none);
  expect(await found(identity, bureau(), { email: wang.email })).toMatchObject([{ id }]);
});

it("loses sight of a guardian with the end of the tie", async () => {
  await using identity = await startIdentity();
  const { subjectId, facts, bindingId } = await givenBoundGuardian(identity);
  expect(await found(identity, itOf(elementary), { email: wang.email })).toMatchObject([{ id: subjectId }]);
  const { requestId, studentId } = facts;
  await identity.deliver("binding.BindingRevoked", requestId, { bindingId, requestId, subjectId, studentId });
  expect(await found(identity, itOf(elementary), { email: wang.email })).toEqual([]);
});

it("takes exactly one thing to look for", async () => {
  await using identity = await startIdentity();
  for (const input of [{}, { email: wang.email, userName: "wang" }])
    expect(codeOf(await identity.execute(itOf(elementary), query, { input }))).toBe("BAD_INPUT");
  expect(codeOf(await identity.execute(itOf(elementary), query, { input: { mobile: "12" } }))).toBe(
    "MOBILE_INVALID",
  );
});

it("writes each search down, with whom it found and not what was typed, and slows who searches all day", async () => {
  await using identity = await startIdentity();
  const { subjectId: id } = await givenBoundGuardian(identity);
  const office = itOf(elementary);
  await found(identity, office, { nationalId: wang.nationalId });
  await found(identity, office, { email: "nobody@example.com" });
  const audits = await identity.rows(
    "select act, object, detail, subject from audit where act = 'find-account'",
  );
  expect(audits).toEqual([
    { act: "find-account", object: `account:${id}`, detail: {}, subject: office.subject },
    { act: "find-account", object: "account:none", detail: {}, subject: office.subject },
  ]);
  await identity.rows("update attempt set tries = 300 where scope = 'find-account'");
  expect(codeOf(await identity.execute(office, query, { input: { email: wang.email } }))).toBe(
    "TOO_MANY_ATTEMPTS",
  );
});
