import { expect, it } from "vitest";
import { sessionCookieOf } from "../session-cookie.js";

const [city, here] = ["https://campus.example", "http://localhost:4000"];
const secret = "s".repeat(43);
const cookie = `__Host-campus=${secret}; campus=${secret}`;

it.each([
  { title: "a page of ours that posts, or opens a socket", headers: { origin: city }, counts: true },
  { title: "a page of ours that gets", headers: { "sec-fetch-site": "same-origin" }, counts: true },
  { title: "another site", headers: { origin: "https://other.example" }, counts: false },
  { title: "a sibling host", headers: { origin: "https://sub.campus.example" }, counts: false },
  { title: "the same host by http", headers: { origin: "http://campus.example" }, counts: false },
  { title: "another port of the same host", headers: { origin: `${city}:8443` }, counts: false },
  { title: "a sandboxed frame", headers: { origin: "null", "sec-fetch-site": "cross-site" }, counts: false },
  { title: "an image on another site", headers: { "sec-fetch-site": "cross-site" }, counts: false },
  { title: "an image on a sibling host", headers: { "sec-fetch-site": "same-site" }, counts: false },
  { title: "an address that somebody typed", headers: { "sec-fetch-site": "none" }, counts: false },
  { title: "a program, or a browser that says nothing", headers: {}, counts: false },
  {
    title: "another site's page, whatever else the request says",
    headers: { origin: "https://other.example", "sec-fetch-site": "same-origin" },
    counts: false,
  },
])("lets the cookie count for $title: $counts", ({ headers, counts }) => {
  expect(sessionCookieOf({ cookie, ...headers }, city)).toBe(counts ? secret : null);
});

it("takes from https no cookie without the prefix, and from http the plain one", () => {
  expect(sessionCookieOf({ origin: city, cookie: `campus=${secret}` }, city)).toBeNull();
  expect(sessionCookieOf({ origin: here, cookie: `other=1; campus=${secret}` }, here)).toBe(secret);
});

it.each(["", "short", `${secret}x`, `${secret.slice(1)}%`, `"${secret}"`])(
  "takes no value that was never given out: %s",
  (value) => {
    expect(sessionCookieOf({ origin: here, cookie: `campus=${value}` }, here)).toBeNull();
  },
);
