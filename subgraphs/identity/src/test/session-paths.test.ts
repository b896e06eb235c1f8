import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { SettableClock } from "@campus-graph/kit/ops/clock";
import { expect, it } from "vitest";
import type { IdentityConfig } from "../config.js";
import type { IdentityContext } from "../context.js";
import { giveCookie, takeCookie } from "../session/cookies.js";
import { ownPath } from "../session/paths.js";
import { publicUrl } from "./given.js";

it.each([
  ["/parent/apply?step=2#sign", "/parent/apply?step=2#sign"],
  ["/parent/\r\nset-cookie: a=b", "/parent/set-cookie:%20a=b"],
  [null, "/parent/"],
  ["//other.example/", "/parent/"],
  ["/\\other.example/", "/parent/"],
  ["/\t/other.example/", "/parent/"],
  ["/.//other.example", "/parent/"],
  ["/a/../..//other.example", "/parent/"],
  ["https://other.example/parent/", "/parent/"],
  [`${publicUrl}/parent/me`, "/parent/"],
  ["javascript:alert(1)", "/parent/"],
  ["parent/me", "/parent/"],
])("leads from the return address %j to %s", (returnTo, leadsTo) => {
  expect(ownPath(returnTo, publicUrl)).toBe(leadsTo);
});

it("takes no return address that is longer than a cookie could hold", () => {
  // A browser writes each of these in nine.
  expect(ownPath(`/parent/?${"校".repeat(500)}`, publicUrl)).toBe("/parent/");
  expect(ownPath(`/parent/${"x".repeat(1_000)}`, publicUrl)).toBe("/parent/");
});

it("holds the cookie to this host and to https where the city has it", () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const visit = {
    response,
    config: { publicUrl: "https://campus.example" } as IdentityConfig,
    context: { clock: new SettableClock() } as unknown as IdentityContext,
  };
  const expiresAt = new Date(visit.context.clock.now().getTime() + 60_000);
  giveCookie(visit, { secret: "the-secret", expiresAt }, { outlivesBrowser: true });
  takeCookie(visit);
  expect(response.getHeader("set-cookie")).toEqual([
    "__Host-campus=the-secret; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60",
    "__Host-campus=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
  ]);
});
