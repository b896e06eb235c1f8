import { newReader, readSealed } from "@campus-graph/kit/auth/reader";
import { expect, it } from "vitest";
import { guardian, type Roster, registrar, startRoster } from "./given.js";
import { cao, lin, sheet } from "./sheets.js";

const subjectId = guardian.subject!;

/** What roster answers identity with. */
async function gather(roster: Roster): Promise<Record<"children" | "homerooms" | "deputyships", object[]>> {
  const { publicKey, privateKey } = await newReader();
  await roster.deliver("identity.DataRequested", subjectId, { requestId: "r", subjectId, publicKey });
  const answer = (await roster.published("roster.DataGathered")).at(-1)!;
  expect(answer.payload.requestId).toBe("r");
  expect(JSON.stringify(answer)).not.toContain("林");
  return (await readSealed(privateKey, answer.payload.sealedPart)) as never;
}

it("gives a guardian the children that they are bound to, as the school records them, and no others", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin, cao]));
  const [child] = await roster.rows<{ id: string; person_key: string }>(
    "select id, person_key from student where seat_number = 27",
  );
  await roster.rows("insert into account_person (subject_id, person_key) values (?, 'key of the guardian')", [
    subjectId,
  ]);
  await roster.rows(
    `insert into recorded_parent (student_id, position, person_key, sealed_national_id)
     select id, 'FATHER', 'key of the guardian', 'sealed' from student
     on conflict (student_id, position) do update set person_key = excluded.person_key`,
  );
  // On record as a parent, but bound to nobody: where the children go to school is not told.
  expect(await gather(roster)).toEqual({ children: [], homerooms: [], deputyships: [] });
  const binding = { bindingId: "b1", requestId: "r1", studentId: child!.id, subjectId };
  const request = {
    ...binding,
    applicationId: "a1",
    relationship: "FATHER",
    appliedAt: "2026-09-01T00:00:00Z",
  };
  await roster.deliver("binding.RequestSubmitted", "r1", { ...request, classId: "c1", schoolCode: "403601" });
  // Who only applies sees a mask; their file tells no more.
  expect((await gather(roster)).children).toEqual([]);
  await roster.deliver("binding.BindingOpened", "b1", {
    ...binding,
    applicationId: "a1",
    relationship: "FATHER",
    openedAt: "2026-09-01T00:00:00Z",
  });
  expect((await gather(roster)).children).toEqual([
    { child: "林O佑", school: "市立內湖國小", class: "二年一班", recordedAs: ["FATHER"] },
  ]);
  await roster.deliver("binding.BindingRevoked", "b1", binding);
  expect((await gather(roster)).children).toEqual([]);
});
