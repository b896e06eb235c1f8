import { beforeAll, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { builtApp } from "../built-app.js";

/** What a telephone loads before it shows anything: goals.md. */
const mostBytes = 150 * 1024;
const app = builtApp("parent-app");

beforeAll(() => buildApps());

it("loads first at most 150 KB, gzipped", () => {
  const { files, bytes } = app.firstLoad();
  expect(files.some((file) => file.endsWith(".js"))).toBe(true);
  expect(bytes).toBeLessThan(mostBytes);
});

it("asks for nothing from elsewhere, and holds no script or style of its own in the page", () => {
  const page = app.page();
  expect(page).not.toMatch(/https?:\/\//);
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
});
