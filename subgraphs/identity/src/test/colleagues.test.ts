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

it("tells a school's registrar and IT office the names of its teachers, who may stand in for each other", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const seenBy = async (role: "REGISTRAR" | "IT" | "CASHIER", schoolCode: string, field = "displayName") => {
    const viewer = signedIn(newId(), { role, schoolCode });
    const { entities } = await identity.entities(viewer, "Account", [teacher.subjectId], field);
    return entities[0]?.[field] ?? null;
  };
  expect(await seenBy("REGISTRAR", "403601")).toBe(teacher.name);
  expect(await seenBy("IT", "403601")).toBe(teacher.name);
  expect(await seenBy("REGISTRAR", "403501")).toBeNull();
  expect(await seenBy("CASHIER", "403601")).toBeNull();
  expect(await seenBy("REGISTRAR", "403601", "email")).toBeNull();
});
