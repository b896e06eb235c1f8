import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { ApolloServerErrorCode } from "@apollo/server/errors";
import { beforeAll, describe, expect, it } from "vitest";
import { facts } from "../../clients/docs/src/facts.js";
import { limitWords } from "../../clients/docs/src/limit-words.js";
import { remedies, remedyOf } from "../../clients/docs/src/remedies.js";
import { makeSite } from "../../clients/docs/src/site.js";
import { checkout } from "../harness/subgraphs.js";

const schema = readFileSync(join(checkout, "schema/api.graphql"), "utf8");

let site: Map<string, string>;
beforeAll(() => {
  site = makeSite({ script: "assets/docs.js", style: "assets/docs.css" });
  for (const asset of ["docs.js", "docs.css", "icon.svg"]) site.set(`assets/${asset}`, "");
});

const pages = () => [...site].filter(([path]) => path.endsWith(".html") && !path.startsWith("files/"));

describe("the documentation", () => {
  it("leads nowhere that is not there: no dead link, no dead anchor", () => {
    const dead = pages().flatMap(([path, html]) =>
      [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)]
        .map(([, href]) => href!)
        .filter((href) => !leads(path, href))
        .map((href) => `${path} → ${href}`),
    );
    expect(dead).toEqual([]);
  });

  it("leads from the first query to each README that its text names", () => {
    const text = site.get("en/first-query.html")!;
    for (const folder of ["clients", "clients/parent-app", "clients/school-console", "subgraphs/identity"])
      expect(text).toContain(`href="../files/${folder}/README.md"`);
  });

  it("gives no two parts of a page one name", () => {
    const doubled = pages().flatMap(([path, html]) => {
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
      return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}#${id}`);
    });
    expect(doubled).toEqual([]);
  });

  it("holds nothing inline, and asks for nothing from elsewhere", () => {
    for (const [path, html] of pages()) {
      expect(html, path).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle="|\son\w+="/);
      expect(html, path).not.toMatch(/(?:src|action)="(?:https?:)?\/\/|<link[^>]*href="(?:https?:)?\/\//);
    }
  });

  it("leaves no link into the repository unplaced, and shows no file but those it is made of", () => {
    expect(
      pages()
        .filter(([, html]) => html.includes('"repository:'))
        .map(([path]) => path),
    ).toEqual([]);
    const files = [...site.keys()].filter((path) => path.startsWith("files/"));
    expect(files).toContain("files/schema/api.graphql");
    for (const file of files) expect(existsSync(join(checkout, file.slice("files/".length)))).toBe(true);
  });

  it("says what to do about every refusal, and about none that there is not", () => {
    const codes = new Set(facts.refusals.map(({ code }) => code));
    expect([...remedyOf.keys()].toSorted()).toEqual([...codes].toSorted());
    expect(new Set(remedyOf.values())).toEqual(new Set(Object.keys(remedies)));
  });

  it("lists every code that the gateway can give, its libraries' own included", () => {
    const documented = new Set(facts.refusals.filter(({ by }) => by === "gateway").map(({ code }) => code));
    const maskedAsInternal = ["INTERNAL_SERVER_ERROR"];
    const wanted = [...Object.values<string>(ApolloServerErrorCode), ...codesWrittenIn("gateway/src")];
    expect(wanted).toContain("PERSISTED_QUERY_NOT_SUPPORTED");
    expect(wanted.filter((code) => !documented.has(code) && !maskedAsInternal.includes(code))).toEqual([]);
    for (const { code } of facts.refusals)
      for (const language of ["en", "zh-TW"])
        expect(site.get(`${language}/refusals.html`), code).toContain(`id="${code}"`);
  });

  it("tells of every limit that the gateway declares, and of no other", () => {
    for (const group of ["limits", "sockets", "tails", "times", "sizes"] as const)
      expect(Object.keys(limitWords[group]).toSorted()).toEqual(Object.keys(facts[group]).toSorted());
  });

  it("tells the roster's problems, and every code that the snapshot of refusals holds", () => {
    const snapshot = readFileSync(new URL("refusal-codes.txt", import.meta.url), "utf8")
      .trim()
      .split("\n");
    const page = site.get("zh-TW/refusals.html")!;
    const missing = snapshot.map((line) => line.split(" ")[0]!).filter((code) => !page.includes(`>${code}<`));
    expect(missing).toEqual([]);
  });
});

/** What the gateway's own sources write as an error's code. */
function codesWrittenIn(folder: string): string[] {
  return readdirSync(join(checkout, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("test/") && !name.endsWith(".test.ts"))
    .flatMap((name) => [
      ...readFileSync(join(checkout, folder, name), "utf8").matchAll(/\bcode: "([A-Z]+(?:_[A-Z]+)*)"/g),
    ])
    .map(([, code]) => code!);
}

/** Whether something is there: a file of the site with that anchor, or an address of the graph that the page may lead to. */
function leads(from: string, href: string): boolean {
  if (/^https?:\/\/(localhost|127\.0\.0\.1):/.test(href)) return true;
  // Public specifications, which the schema itself names; nothing else outside is needed to read on.
  if (/^\w+:/.test(href)) return schema.includes(`"${href}"`);
  const [path = "", anchor = ""] = href.split("#");
  const base = from === "404.html" || from === "index.html" ? "" : posix.dirname(from);
  const target = path === "" ? from : path.startsWith("/docs/") ? path.slice(6) : posix.join(base, path);
  const content = site.get(target);
  return content !== undefined && (anchor === "" || content.includes(` id="${decodeURIComponent(anchor)}"`));
}
