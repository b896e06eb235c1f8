import { GraphFailure, Unreachable } from "@campus-graph/clients/failure";
import { CombinedError } from "@urql/core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SessionRefused } from "../session/session.js";
import { failureOf } from "./failure.js";

const lost = new Unreachable("http://campus cannot be reached (ECONNREFUSED).", false);
const refusal = { message: "請稍候再試。", extensions: { code: "TRY_AGAIN", traceId: "t1" } };

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("why something did not work is", () => {
  it.each([
    ["what the graph said", new GraphFailure([refusal]), "TRY_AGAIN"],
    ["what the graph said to a screen", new CombinedError({ graphQLErrors: [refusal] }), "TRY_AGAIN"],
    ["what /session said", new SessionRefused("CODE_WRONG", "驗證碼錯誤。"), "CODE_WRONG"],
    ["that nothing answered", lost, "UNREACHABLE"],
    ["that nothing answered a screen", new CombinedError({ networkError: lost }), "UNREACHABLE"],
  ])("%s", (_, error, code) => {
    vi.stubGlobal("navigator", { onLine: true });
    expect(failureOf(error).code).toBe(code);
    expect(console.error).not.toHaveBeenCalled();
  });

  it("that there is no network, where nothing answered and the browser knows why", () => {
    vi.stubGlobal("navigator", { onLine: false });
    expect(failureOf(lost).code).toBe("OFFLINE");
  });

  it.each([
    ["an error of the app's own", new TypeError("undefined is not a function")],
    ["one beneath a screen", new CombinedError({ networkError: new TypeError("x is undefined") })],
    ["what is no error at all", "gone"],
    ["nothing", undefined],
  ])("the app's fault for %s, whatever the network, and it is logged once", (_, error) => {
    for (const onLine of [true, false]) {
      vi.stubGlobal("navigator", { onLine });
      expect(failureOf(error).code).toBe("MISHAP");
    }
    expect(console.error).toHaveBeenCalledTimes(typeof error === "object" ? 1 : 2);
  });
});
