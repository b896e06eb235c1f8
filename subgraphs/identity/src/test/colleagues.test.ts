import { newId } from "@campus-graph/kit/sql/id";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { signedIn, startIdentity } from "./given.js";

const { cashier, teacher } = demoPeople;

it("tells the cashiers of a school each other's names, and nobody else", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const seenBy = async (
    role: "CASHIER" | "TEACHER",
    schoolCode: string,
    whom: string = cashier.subjectId,
  ) => {
    const viewer = signedIn(newId(), { role, schoolCode });
    const { entities } = await identity.entities(viewer, "Account", [whom], "displayName");
    return entities[0]?.displayName ?? null;
  };
  expect(await seenBy("CASHIER", "403601")).toBe(cashier.name);
  expect(await seenBy("CASHIER", "403501")).toBeNull();
  expect(await seenBy("TEACHER", "403601")).toBeNull();
  expect(await seenBy("CASHIER", "403601", teacher.subjectId)).toBeNull();
});
