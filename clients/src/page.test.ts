import { expect, it } from "vitest";
import { readAlert, readForm } from "./page.js";

const page = `<!doctype html><main><p role="alert" data-code="CODE_WRONG">驗證碼 <b>不正確</b> &amp; 已失效</p>
<form method="post" action="/sso/interaction/u&amp;1" data-step="code"><input type="hidden" name="csrf" value='a"b'>
<input name=code autocomplete="one-time-code" required><input type="checkbox" name="remember">
<button name="step" value="resend">重新寄送</button></form></main>`;

it("reads a form as a browser would send it on Enter", () => {
  const form = readForm(page)!;
  expect(form.action).toBe("/sso/interaction/u&1");
  expect([...form.fields]).toEqual([
    ["csrf", 'a"b'],
    ["code", ""],
    ["step", "code"],
  ]);
});

it("reads what a page says went wrong", () => {
  expect(readAlert(page)).toEqual({ code: "CODE_WRONG", text: "驗證碼 不正確 & 已失效" });
  expect(readAlert("<p>all is well</p>")).toBeUndefined();
});
