import { Refusal } from "@campus-graph/kit/refusals/refusal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BindingRequest } from "../domain/request.js";
import { type RequestStatus, requestTransitions } from "../domain/request-status.js";
import { slotFor } from "../domain/student-slots.js";

/** One student's requests, as a school would see them: the smallest world in which the rules can be broken. */
class StudentFile {
  readonly requests: BindingRequest[] = [];

  constructor(readonly chooseSlot: typeof slotFor) {}

  apply(person: number): void {
    const request = new BindingRequest({
      id: `request-${this.requests.length}`,
      applicationId: "application",
      subjectId: `subject-${person}`,
      student: { studentId: "student", schoolCode: "403601", classId: "class" },
      relationship: { kind: "FATHER", text: null },
    });
    this.requests.push(request);
  }

  act(which: number, act: Command["act"], person: number): void {
    const request = this.requests[which % Math.max(1, this.requests.length)];
    if (!request) return;
    const at = new Date(0);
    const guardian = { personKey: `person-${person}`, loginCheck: "FREE" } as const;
    if (act === "submit") request.submit(guardian, request.subjectId, at);
    if (act === "resubmit") request.resubmit({ kind: "MOTHER", text: null }, null, at);
    if (act === "approve" && request.status === "PENDING") request.approve(this.slot(request), "teacher", at);
    if (act === "return") request.return("reason", "teacher", at);
    if (act === "cancel") request.cancel();
    if (act === "bind") request.bind(request.subjectId, request.slot ?? 1);
    if (act === "failProvision") request.failProvision("EMAIL_TAKEN");
    if (act === "revoke") request.revoke();
  }

  slot({ personKey }: BindingRequest) {
    const taken = this.requests.flatMap(({ slot, personKey }) => (slot ? [{ slot, personKey }] : []));
    return this.chooseSlot(personKey, taken);
  }

  holders(): BindingRequest[] {
    return this.requests.filter(({ status }) => status === "APPROVED" || status === "BOUND");
  }
}

const command = fc.record({
  act: fc.constantFrom(
    "apply",
    "submit",
    "submit",
    "approve",
    "approve",
    "return",
    "resubmit",
    "cancel",
    "bind",
    "failProvision",
    "revoke",
  ),
  which: fc.nat(7),
  person: fc.nat(3),
});
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

/** Plays the commands; throws where a rule of the domain does not hold after one of them. */
function play(commands: readonly Command[], chooseSlot = slotFor): void {
  const file = new StudentFile(chooseSlot);
  for (const { act, which, person } of commands) {
    const before = file.requests.map(({ status }) => status);
    try {
      if (act === "apply") file.apply(person);
      else file.act(which, act, person);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    file.requests.forEach(({ status }, at) => {
      must(isAllowed(before[at] ?? "DRAFT", status), `${before[at]} may not become ${status}`);
    });
    const holders = file.holders();
    must(holders.length <= 2, "a third guardian holds the student");
    must(new Set(holders.map(({ slot }) => slot)).size === holders.length, "two hold one slot");
    must(new Set(holders.map(({ personKey }) => personKey)).size === holders.length, "one person holds two");
    must(
      file.requests.every((request) => (request.slot !== null) === holders.includes(request)),
      "a slot is held by a request that is not approved",
    );
  }
}

function must(holds: boolean, broken: string): void {
  if (!holds) throw new Error(broken);
}

function isAllowed(from: RequestStatus, to: RequestStatus): boolean {
  return from === to || Object.values(requestTransitions[from]).includes(to as never);
}

describe("whatever guardians, teachers and identity do, in any order", () => {
  it("at most two persons hold a student, and only allowed steps happen", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 120 }), (commands) => play(commands)),
      { numRuns: 2_000 },
    );
  });

  it("would be noticed if a third guardian were given a slot", () => {
    const broken = fc.property(fc.array(command, { minLength: 60, maxLength: 120 }), (commands) =>
      play(commands, (_, taken) => (taken.length % 2 === 0 ? 1 : 2)),
    );
    expect(fc.check(broken, { numRuns: 1_000, endOnFailure: true }).failed).toBe(true);
  });
});
