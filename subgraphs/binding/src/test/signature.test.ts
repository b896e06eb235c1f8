import { decryptField } from "@campus-graph/kit/auth/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, keys, startBinding } from "./binding-alone.js";
import { givenIn, strokes } from "./given.js";
import * as operations from "./operations.js";
import { someGuardian } from "./people.js";

describe("a signature", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const dot = { x: 5, y: 5, t: 0 };
  it.each([
    ["nothing", [], "SIGNATURE_EMPTY"],
    ["a dot", [[dot, { ...dot, t: 9 }]], "SIGNATURE_EMPTY"],
    [
      "a stroke that runs back in time",
      [
        [
          { ...dot, t: 9 },
          { x: 7, y: 7, t: 3 },
        ],
      ],
      "SIGNATURE_NOT_VALID",
    ],
    ["too many strokes", Array.from({ length: 201 }, () => strokes[0]!), "SIGNATURE_NOT_VALID"],
    [
      "too many points",
      [Array.from({ length: 5_001 }, (_, t) => ({ x: t, y: t, t }))],
      "SIGNATURE_NOT_VALID",
    ],
  ])("refuses %s", async (_, strokes, code) => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    const input = { applicationId, strokes };
    expect(codeOf(await graph.execute(guardian.viewer, operations.signApplication, { input }))).toBe(code);
  });

  it("that leaves the pad is kept at its edge, and fractions of a millisecond are rounded", async () => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    const drawn = [[dot, { x: -3, y: 10_001.5, t: 16.67 }, { x: 40, y: -0.25, t: 16.9 }]];
    const input = { applicationId, strokes: drawn };
    expect(
      codeOf(await graph.execute(guardian.viewer, operations.signApplication, { input })),
    ).toBeUndefined();
    const [row] = await graph.rows<{ sealed_strokes: string }>(
      "select sealed_strokes from application where id = ?",
      [applicationId],
    );
    const place = { table: "application", column: "sealed_strokes", row: applicationId };
    expect(JSON.parse(decryptField(keys.ring("field"), row!.sealed_strokes, place))).toEqual([
      [dot, { x: 0, y: 10_000, t: 17 }, { x: 40, y: 0, t: 17 }],
    ]);
  });

  it("lies encrypted", async () => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    await given.signature(guardian, applicationId);
    const [row] = await graph.rows<{ sealed_strokes: string }>(
      "select sealed_strokes from application where id = ?",
      [applicationId],
    );
    expect(row!.sealed_strokes).not.toContain("60.5");
  });
});
