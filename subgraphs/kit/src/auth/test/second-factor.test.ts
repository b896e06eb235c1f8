import { buildSchema, graphql } from "graphql";
import { describe, expect, it } from "vitest";
import type { Context } from "../../context.js";
import type { Refusal, SecondFactorRequired } from "../../refusals/refusal.js";
import { enforcePermissions, freshSecondFactor, signedIn } from "../permissions.js";
import { anonymous, type Viewer } from "../viewer.js";

const now = new Date("2026-11-30T09:00:00Z");
const minutesAgo = (minutes: number) => ({ givenAt: now.getTime() - minutes * 60_000 });
const somebody: Viewer = { ...anonymous, subject: "somebody", assurance: "signed-in" };

/** What asking for a field behind a fresh second factor is answered with. */
async function requestAs(
  viewer: Viewer,
): Promise<{ code: string | undefined; isDone: boolean; cause: unknown }> {
  let isDone = false;
  const schema = buildSchema("type Query { endanger: Boolean }");
  const field = schema.getQueryType()!.getFields().endanger!;
  field.resolve = () => {
    isDone = true;
    return true;
  };
  enforcePermissions(schema, { "Query.endanger": freshSecondFactor(signedIn) });
  const contextValue = { viewer, clock: { now: () => now } } as Context;
  const { errors } = await graphql({ schema, source: "{ endanger }", contextValue });
  const cause = errors?.[0]?.originalError;
  return { code: (cause as Refusal | undefined)?.code, isDone, cause };
}

describe("a field that wants a fresh second factor", () => {
  it.each([
    ["given just now", minutesAgo(0), undefined],
    ["given five minutes ago", minutesAgo(5), undefined],
    ["given longer ago", minutesAgo(5.01), "SECOND_FACTOR_REQUIRED"],
    ["never given", undefined, "SECOND_FACTOR_REQUIRED"],
    ["waived, as in the demo", "waived", undefined],
  ] as const)("is answered by one %s: %s", async (_, secondFactor, code) => {
    const answer = await requestAs({ ...somebody, ...(secondFactor ? { secondFactor } : {}) });
    expect(answer.code).toBe(code);
    expect(answer.isDone).toBe(code === undefined);
  });

  it("asks nobody for one who may not do it anyway", async () => {
    expect(await requestAs(anonymous)).toMatchObject({ code: "UNAUTHENTICATED", isDone: false });
    const applicant: Viewer = { ...somebody, assurance: "applicant", secondFactor: minutesAgo(0) };
    expect(await requestAs(applicant)).toMatchObject({ code: "FORBIDDEN", isDone: false });
  });

  it("says for how long one counts", async () => {
    const { cause } = await requestAs(somebody);
    expect((cause as SecondFactorRequired).details).toEqual({ freshForSeconds: 300 });
  });
});
