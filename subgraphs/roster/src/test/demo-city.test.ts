import { SettableClock } from "@campus-graph/kit/ops/clock";
import type { RunningSubgraph } from "@campus-graph/kit/subgraph";
import { expect, it } from "vitest";
import type { RosterServices } from "../context.js";
import { demoCity } from "../demo-city/demo-city.js";
import { startRoster } from "./given.js";

const yearMs = 365 * 24 * 3_600_000;

it.each([0, 12])(
  "enters the demo city's classes when it is first started %i years from now",
  async (years) => {
    const clock = new SettableClock();
    clock.advance(years * yearMs);
    await using roster = await startRoster({ clock });
    const running = roster.running as RunningSubgraph<RosterServices>;
    for (const step of demoCity) await step.run(running.contextFor());
    expect(await roster.rows("select name from school_class order by grade")).toEqual([
      { name: "二年一班" },
      { name: "七年三班" },
    ]);
  },
);
