import { describe, expect, it, vi } from "vitest";
import type * as Merging from "../execution/merge.js";
import type { Data } from "../subgraphs/data.js";
import { town } from "./made-up-graphs.js";
import { compare } from "./side-by-side.js";

/** Mistakes that our executor could make, each by the name under which the tests make it. */
let mistake: "replaces" | "leavesLists" | undefined;

vi.mock("../execution/merge.js", async (original) => {
  const merging = await original<typeof Merging>();
  return {
    ...merging,
    merge(target: Data, source: Data, copies: boolean) {
      if (mistake === "replaces") return Object.assign(target, source);
      return merging.merge(target, mistake ? withoutKnownLists(target, source) : source, copies);
    },
  };
});

function withoutKnownLists(target: Data, source: Data): Data {
  return Object.fromEntries(
    Object.entries(source).map(([key, value]) => {
      const known = target[key];
      if (Array.isArray(known) && Array.isArray(value)) return [key, known];
      return [key, isObject(known) && isObject(value) ? withoutKnownLists(known, value) : value];
    }),
  );
}

function isObject(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

describe("canary: the comparison with the stock executor finds an executor", () => {
  it("in which a later answer replaces what an earlier one said of the same object", () =>
    expectFound("replaces"));
  it("in which a list that is known learns nothing more", () => expectFound("leavesLists"));

  it("and has nothing to say without such a mistake", () => compare(town(), 30));
});

async function expectFound(made: typeof mistake): Promise<void> {
  mistake = made;
  try {
    await expect(compare(town(), 300)).rejects.toThrow("Property failed");
  } finally {
    mistake = undefined;
  }
}
