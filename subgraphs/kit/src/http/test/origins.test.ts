import { describe, expect, it } from "vitest";
import { isAllowedOrigin, readAllowedOrigins } from "../origins.js";

describe("pages that may use the graph", () => {
  const environment = {
    ALLOWED_ORIGINS: "https://school.example, https://bank.example:8443/",
    APP_REDIRECT_URIS: "https://app.example/signed-in org.example.app:/callback",
  };

  it.each([
    ["https://school.example", true],
    ["https://bank.example:8443", true],
    ["https://app.example", true],
    ["https://app.example:444", false],
    ["http://school.example", false],
    ["https://school.example.elsewhere.test", false],
    ["http://localhost:5173", false],
    ["null", false],
  ])("in production of %s: %s", (origin, isAllowed) => {
    expect(isAllowedOrigin(readAllowedOrigins(environment, "production"), origin)).toBe(isAllowed);
  });

  it.each([
    ["http://localhost:5173", true],
    ["http://localhost", true],
    ["http://127.0.0.1:8080", true],
    ["https://school.example", true],
    ["http://localhost.elsewhere.test:5173", false],
    ["http://127.0.0.1.elsewhere.test", false],
    ["http://localhost:5173@elsewhere.test", false],
    ["http://192.168.0.7:5173", false],
  ])("in the demo of %s: %s", (origin, isAllowed) => {
    expect(isAllowedOrigin(readAllowedOrigins(environment, "demo"), origin)).toBe(isAllowed);
  });

  it.each(["*", "null", "school.example", "https://school.example/app", "https://user@school.example"])(
    "cannot be named as %s",
    (entry) => {
      expect(() => readAllowedOrigins({ ALLOWED_ORIGINS: entry }, "production")).toThrow(entry);
    },
  );
});
