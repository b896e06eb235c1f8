import { expect, it } from "vitest";
import { Cookies } from "./cookies.js";

function answer(...lines: string[]): Headers {
  return new Headers(lines.map((line): [string, string] => ["set-cookie", line]));
}

it("sends a cookie back to its own path and below, and nowhere else", () => {
  const cookies = new Cookies();
  cookies.keep(
    answer("session=1; Path=/sso; HttpOnly", "interaction=2; path=/sso/interaction/u1; Max-Age=60"),
  );
  expect(cookies.headerFor(new URL("http://campus.test/sso/auth"))).toBe("session=1");
  expect(cookies.headerFor(new URL("http://campus.test/sso/interaction/u1"))).toBe(
    "session=1; interaction=2",
  );
  expect(cookies.headerFor(new URL("http://campus.test/sso2"))).toBe("");
});

it("forgets a cookie that is taken back", () => {
  const cookies = new Cookies();
  cookies.keep(answer("session=1; Path=/"));
  cookies.keep(answer("session=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT"));
  expect(cookies.headerFor(new URL("http://campus.test/"))).toBe("");
});
