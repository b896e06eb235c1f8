import { expect, it } from "vitest";
import { shorten } from "./shorten.js";

it.each([
  [
    { nationalId: "A123456789", name: "陳大名", mobile: "0912123456" },
    '{ nationalId: "A12****789", name: "陳O名", mobile: "0912***456" }',
  ],
  [{ name: "內湖國小", code: "403601" }, '{ name: "內湖國小", code: "403601" }'],
  [
    { code: "TVV9JDEY", target: "someone@campus.example" },
    '{ code: "TV******", target: "so…@campus.example" }',
  ],
  [
    { currentPassword: "456789", token: "eyJhbGciOiJFUzI1NiJ9.x.y" },
    '{ currentPassword: "••••••", token: "eyJhbGciOi…" }',
  ],
  [{ list: [1, 2, 3, 4, 5], nothing: undefined, none: null }, "{ list: [1, 2, 3, … 2 more], none: null }"],
  [
    { id: "0195d000-0000-7000-8000-00000000a001", title: "x".repeat(80) },
    `{ id: "…00a001", title: "${"x".repeat(64)}…" }`,
  ],
])("shows %j as %s", (value, shown) => {
  expect(shorten(value)).toBe(shown);
});
