import { loginKey } from "@campus-graph/kit/auth/crypto";
import { anyone } from "@campus-graph/kit/auth/permissions";
import { dayInTaipei, daysAfter } from "@campus-graph/kit/text/calendar";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permissions } from "../access/permissions.js";
import { applicant, guardian, keys, neihu, type Roster, registrar, startRoster } from "./given.js";
import { examples, substitute, type World } from "./permissions.examples.js";
import { lin, sheet } from "./sheets.js";

let roster: Roster;
let world: World;

beforeAll(async () => {
  roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin]));
  const [row] = await roster.rows<World>('select id as "studentId", class_id as "classId" from student');
  const { subjectId, email } = substitute;
  const appointed = { subjectId, role: "TEACHER", schoolCode: neihu } as const;
  await roster.deliver("identity.StaffAppointed", subjectId, {
    ...appointed,
    loginKey: loginKey(keys.ring("person"), email),
  });
  const tomorrow = daysAfter(dayInTaipei(new Date()), 1);
  const input = { classId: row!.classId, email, from: tomorrow, until: tomorrow };
  const { data } = await roster.execute(
    registrar,
    "mutation ($input: AssignDeputyInput!) { assignDeputy(input: $input) { id } }",
    { input },
  );
  world = { ...row!, deputyId: data.assignDeputy.id };
  const facts = { requestId: "r1", applicationId: "a1", studentId: world.studentId, relationship: "FATHER" };
  const request = { ...facts, classId: world.classId, schoolCode: neihu, appliedAt: "2026-09-01T00:00:00Z" };
  await roster.deliver("binding.RequestSubmitted", "r1", { ...request, subjectId: applicant.subject! });
  const binding = { ...facts, bindingId: "b1", openedAt: "2026-09-01T00:00:00Z" };
  await roster.deliver("binding.BindingOpened", "b1", { ...binding, subjectId: guardian.subject! });
});

afterAll(async () => {
  await roster[Symbol.asyncDispose]();
});

it("has an example of both kinds for every row, and none too many", () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(permissions).sort());
  for (const [row, { refused }] of Object.entries(examples)) {
    const openToAll = permissions[row] === anyone;
    expect([row, refused === undefined]).toEqual([row, openToAll]);
  }
});

describe.each(Object.entries(examples))("%s", (row, { allowed, refused }) => {
  it("is given to whoever may have it", async () => {
    const { data, errors } = await roster.execute(allowed.viewer, allowed.query(world));
    expect(errors).toBeUndefined();
    expect(answered(data)).toBe(true);
  });

  if (permissions[row] !== anyone)
    it("is kept from programs that are not the city's own, whoever their person is", async () => {
      const scopes = ["bills:read", "notices:subscribe", "payments:notify"];
      const wallet = { ...allowed.viewer, clientId: "wallet", scopes };
      const { errors } = await roster.execute(wallet, allowed.query(world));
      expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    });

  for (const { viewer, query } of [refused ?? []].flat())
    it(`is kept from ${viewer.subject ?? "others"}`, async () => {
      const { data, errors } = await roster.execute(viewer, query(world));
      if (errors) expect(["FORBIDDEN", "UNAUTHENTICATED"]).toContain(errors[0]?.extensions.code);
      else expect(data._entities).toEqual([null]);
    });
});

/** Whether the object asked for came, and not null in its stead. */
function answered(data: Record<string, unknown>): boolean {
  return Object.values(data).every((value) => value !== null && !(Array.isArray(value) && value[0] === null));
}
