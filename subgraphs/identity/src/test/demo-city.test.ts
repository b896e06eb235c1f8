import {
  type DemoPerson,
  demoApplications,
  demoPeople,
  pendingGuardian,
} from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { Browser, claimsOf } from "./browser.js";
import { demoPassword, startIdentity } from "./given.js";

it("lets everybody of the demo city sign in, each with their roles", async () => {
  await using identity = await startIdentity({ demoCity: true });
  for (const person of Object.values<DemoPerson>(demoPeople)) {
    const claims = claimsOf(await new Browser(identity).signIn(person.email, demoPassword));
    expect(claims).toMatchObject({ sub: person.subjectId, assurance: "signed-in" });
    expect(claims.roles.map(({ role, schoolCode }) => ({ role, schoolCode: schoolCode ?? null }))).toEqual(
      person.roles,
    );
  }
});

it("appoints the demo's staff and declares the guardians of its applications", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const appointed = await identity.published("identity.StaffAppointed");
  const staff = Object.values<DemoPerson>(demoPeople)
    .flatMap(({ roles }) => roles)
    .filter(({ role }) => role !== "GUARDIAN");
  expect(appointed.map(({ payload: { role, schoolCode } }) => ({ role, schoolCode }))).toEqual(staff);
  const declared = await identity.published("identity.GuardianDeclared");
  expect(
    declared.map(({ payload }) => [payload.applicationId, payload.subjectId, payload.loginCheck]),
  ).toEqual(
    demoApplications.map(({ applicationId, guardian }) => [
      applicationId,
      guardian.subjectId,
      guardian.subjectId === pendingGuardian.subjectId ? "FREE" : "OWN",
    ]),
  );
});
