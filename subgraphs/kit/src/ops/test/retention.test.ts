import { expect, it } from "vitest";
import { EnvironmentReader } from "../environment.js";
import { keptSince, readRetention, usualRetention } from "../retention.js";

const read = (RETENTION_DAYS?: string) => new EnvironmentReader({ RETENTION_DAYS: "" }, { RETENTION_DAYS });

it("keeps as usual what nobody set", () => {
  expect(readRetention(read())).toEqual(usualRetention);
  expect(readRetention(read("drafts=7, disclosures=90"))).toEqual({
    ...usualRetention,
    drafts: 7,
    disclosures: 90,
  });
  const now = new Date("2026-12-31T00:00:00Z");
  expect(keptSince({ ...usualRetention, drafts: 30 }, "drafts", now)).toEqual(
    new Date("2026-12-01T00:00:00Z"),
  );
});

it.each(["bills=30", "drafts", "drafts=0", "drafts=forever", "drafts=99999"])(
  "refuses %s, and says how",
  (given) => {
    const reader = read(given);
    readRetention(reader);
    expect(reader.problems).toMatchObject([
      { variable: "RETENTION_DAYS", what: expect.stringContaining(given) },
    ]);
  },
);
