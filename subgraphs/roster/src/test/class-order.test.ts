import { expect, it } from "vitest";
import { compareClasses } from "../domain/class-order.js";
import type { SchoolClass } from "../domain/school-class.js";

it.each([
  ["numbers in Han", ["二年一班", "二年二班", "二年三班", "二年九班", "二年十班", "二年十一班"]],
  ["numbers as digits", ["201", "202", "210", "211"]],
  ["stems", ["二年甲班", "二年乙班", "二年丙班", "二年丁班"]],
  ["virtues", ["二年忠班", "二年孝班", "二年仁班", "二年愛班"]],
])("puts classes in the order in which a school counts them: %s", (_, names) => {
  const classes = names.map((name) => ({ grade: 2, name }) as SchoolClass);
  const first = { grade: 1, name: "一年九班" } as SchoolClass;
  const sorted = [...classes].reverse().concat(first).sort(compareClasses);
  expect(sorted.map(({ name }) => name)).toEqual([first.name, ...names]);
});
