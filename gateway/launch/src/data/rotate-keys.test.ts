import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import { type KeyRing, type Keys, readKeys } from "@campus-graph/kit/auth/keys";
import { anonymous, signRequest, type Viewer } from "@campus-graph/kit/auth/viewer";
import { followKeys } from "@campus-graph/kit/ops/follow-keys";
import { checkKeys } from "@campus-graph/kit/ops/key-checks";
import { createLog } from "@campus-graph/kit/ops/log";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "../../../../subgraphs/kit/src/events/test/test-node.js";
import { createExampleSubgraph } from "../../../../subgraphs/kit/src/test/example-subgraph/example-subgraph.js";
import { createDatabase } from "../../../../test/harness/postgres.js";
import { dropKeys } from "../drop-keys.js";
import { makeCityKeys } from "./keys.js";
import { RotatingKeys } from "./rotate-keys.js";

const day = "2026-12-01";
const holders = [{ name: "binding", rings: ["person", "match"], signs: [], verifies: [] }];
const place = { table: "book", column: "note", row: "b1" };

/** Two copies of a subgraph on one database, and a gateway that signs; each has read the same folder for itself. */
async function runningCity() {
  await using stack = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "rotated-keys-"));
  stack.defer(() => rmSync(folder, { recursive: true }));
  makeCityKeys(folder, holders, day);
  const database = stack.use(await createDatabase());
  const read = (service: string) => readKeys(join(folder, `${service}.json`));
  const copyKeys = [read("binding"), read("binding")];
  const copies = [];
  for (const keys of copyKeys) {
    const copy = await createExampleSubgraph(database.urls, {}, 0, keys);
    stack.defer(() => copy.stop());
    copies.push(copy);
  }
  const gatewayKeys = read("gateway");
  const following = followKeys(gatewayKeys, createLog("gateway", "silent"));
  stack.defer(() => following.stop());
  const owned = stack.move();
  return {
    folder,
    copies,
    copyKeys,
    following,
    ring: gatewayKeys.ring("viewer:binding"),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function statusOf(url: string, ring: KeyRing, viewer: Viewer = anonymous): Promise<number> {
  const body = JSON.stringify({ query: "{ __typename }" });
  const parts = { audience: "binding", method: "POST", path: "/graphql", body, viewer, traceId: "trace" };
  const response = await fetch(`${url}/graphql`, { method: "POST", body, headers: signRequest(ring, parts) });
  return response.status;
}

it("rotates under load with two copies: nothing is refused, and what was sealed before is read", async () => {
  await using city = await runningCity();
  const [one, other] = city.copyKeys as [ReturnType<typeof readKeys>, ReturnType<typeof readKeys>];
  const before = encryptField(one.ring("field"), "written before", place);
  const person = one.ring("person").current;
  const statuses: number[] = [];
  let isLoaded = true;
  const load = city.copies.map(async ({ url }) => {
    while (isLoaded) statuses.push(await statusOf(url, city.ring));
  });

  new RotatingKeys(city.folder).add("2026-12-02");
  const viewerRings = [one, other].map((keys) => keys.ring("viewer"));
  const haveNext = () => [...viewerRings, city.ring].every(({ keys }) => "2026-12-02" in keys);
  await eventually(async () => haveNext(), "every service has read the next key", 15_000);
  expect(city.ring.current).toBe(day);
  new RotatingKeys(city.folder).use(new Date());
  // The gateway is the first to write with it, while the copies may not know yet that it is current.
  await city.following.round();
  const write = () => [...viewerRings, city.ring].every(({ current }) => current === "2026-12-02");
  await eventually(async () => write(), "every service writes with the next key", 15_000);
  const already = statuses.length;
  await eventually(async () => statuses.length > already + 50, "more was asked under the next key", 15_000);
  isLoaded = false;
  await Promise.all(load);

  expect(new Set(statuses)).toEqual(new Set([200]));
  const after = encryptField(one.ring("field"), "written after", place);
  expect(after.startsWith("2026-12-02.")).toBe(true);
  expect([before, after].map((sealed) => decryptField(other.ring("field"), sealed, place))).toEqual([
    "written before",
    "written after",
  ]);
  expect(one.ring("person")).toMatchObject({ current: person, keys: { [day]: expect.anything() } });
  expect(Object.keys(one.ring("person").keys)).toEqual([day]);
}, 60_000);

it("keeps the earlier keys where the file was given others than its data was written with", async () => {
  await using city = await runningCity();
  const [copy] = city.copies;
  const file = join(city.folder, "binding.json");
  const keys = readKeys(file);
  const check = (fresh: Keys) => checkKeys(copy!.database.em.fork(), fresh);
  const following = followKeys(keys, createLog("binding", "silent"), check);
  const own = readFileSync(file, "utf8");

  makeCityKeys(city.folder, holders, "other");
  await following.round();
  expect(keys.ring("field").current).toBe(day);
  writeFileSync(file, own);
  new RotatingKeys(city.folder).add("2026-12-02");
  await following.round();
  expect(Object.keys(keys.ring("field").keys)).toEqual([day, "2026-12-02"]);
  await following.stop();
});

describe("the key pairs that tokens are signed with", () => {
  const identity = [
    { name: "identity", rings: ["cookie", "code"], signs: ["sso", "applicant"], verifies: [] },
  ];
  let folder: string;
  const kids = (name: string) =>
    readKeys(join(folder, "identity.json"))
      .jwks(name)
      .keys.map(({ kid }) => kid);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "signing-keys-"));
    makeCityKeys(folder, identity, day);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are shown before they sign, and stay to be believed afterwards", () => {
    for (const _ of ["once", "again"]) new RotatingKeys(folder).add("2026-12-02");
    expect(kids("ssoJwks")).toEqual([`${day}-sso`, "2026-12-02-sso"]);
    for (const _ of ["once", "again"]) new RotatingKeys(folder).use(new Date());
    expect(kids("ssoJwks")).toEqual(["2026-12-02-sso", `${day}-sso`]);
    new RotatingKeys(folder).add("2026-12-02");
    expect(kids("applicantJwks")).toEqual([
      "2026-12-02-applicant",
      `${day}-applicant`,
      "2026-12-02-applicant-2",
    ]);
    new RotatingKeys(folder).use(new Date());
    expect(kids("applicantJwks")[0]).toBe("2026-12-02-applicant-2");
  });

  it("go once the last of their tokens has ended, and what still reads stays", async () => {
    new RotatingKeys(folder).add("2026-12-02");
    const used = new Date("2026-12-02T00:00:00Z");
    new RotatingKeys(folder).use(used);
    const subgraphs = { names: ["identity"], post: async () => ({ columns: [], forgotten: [] }) as never };
    const dropAfter = async (days: number) => {
      const now = new Date(used.getTime() + days * 24 * 60 * 60_000);
      const keptUntil: string[] = [];
      const print = (_: string, { key }: Record<string, string>) => void keptUntil.push(key!);
      return {
        dropped: await dropKeys(new RotatingKeys(folder), { folder, now, print, subgraphs }),
        keptUntil,
      };
    };
    expect((await dropAfter(0.5)).dropped).toEqual([]);
    expect((await dropAfter(2)).dropped.toSorted()).toEqual([`ssoJwks ${day}-sso`, `viewer:identity ${day}`]);
    expect(kids("ssoJwks")).toEqual(["2026-12-02-sso"]);
    expect((await dropAfter(30)).keptUntil).toContain(`applicantJwks ${day}-applicant`);
    expect((await dropAfter(32)).dropped).toEqual([`applicantJwks ${day}-applicant`]);
    expect((await dropAfter(401)).dropped.toSorted()).toEqual([`cookie ${day}`, `cursor:identity ${day}`]);
    // Its rows were never said to be free of it.
    expect(Object.keys(readKeys(join(folder, "identity.json")).ring("field").keys)).toContain(day);
    expect(Object.keys(readKeys(join(folder, "identity.json")).ring("code").keys)).toEqual([day]);
  });

  it("counts a key's time from now where an earlier version of the command retired it", async () => {
    new RotatingKeys(folder).add("2026-12-02");
    new RotatingKeys(folder).use(new Date());
    for (const name of ["identity.json", "gateway.json"]) {
      const text = readFileSync(join(folder, name), "utf8");
      writeFileSync(join(folder, name), text.replace(/"retired": \{[^}]*\}/g, '"retired": {}'));
    }
    const now = new Date("2027-01-01T00:00:00Z");
    new RotatingKeys(folder).noteRetired(now);
    expect(new RotatingKeys(folder).old()).toContainEqual({
      ring: "viewer:identity",
      id: day,
      retired: now,
    });
  });
});

describe("a rotation that was cut off between two files", () => {
  const sharing = ["binding", "roster"].map((name) => ({ name, rings: ["match"], signs: [], verifies: [] }));
  let folder: string;
  const fileOf = (service: string) => join(folder, `${service}.json`);
  const rotate = () => {
    const found = new RotatingKeys(folder);
    found.add("2026-12-03");
    expect(found.withoutNext()).toEqual([]);
    found.use(new Date());
  };
  const expectSame = () => {
    const [one, other] = sharing.map(({ name }) => readKeys(fileOf(name)).ring("match"));
    expect(one).toEqual(other);
    for (const { name } of sharing)
      expect(readKeys(fileOf("gateway")).ring(`viewer:${name}`)).toEqual(
        readKeys(fileOf(name)).ring("viewer"),
      );
    return one!.current;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cut-off-"));
    makeCityKeys(folder, sharing, day);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("goes on with the keys that some files were given", () => {
    const behind = readFileSync(fileOf("roster"), "utf8");
    new RotatingKeys(folder).add("2026-12-02");
    writeFileSync(fileOf("roster"), behind);
    expect(new RotatingKeys(folder).withoutNext()).toContain("match");
    rotate();
    expect(expectSame()).toBe("2026-12-02");
  });

  it("goes on where some files write with them already", () => {
    new RotatingKeys(folder).add("2026-12-02");
    const behind = readFileSync(fileOf("roster"), "utf8");
    new RotatingKeys(folder).use(new Date());
    writeFileSync(fileOf("roster"), behind);
    expect(new RotatingKeys(folder).withoutNext()).toEqual([]);
    rotate();
    expect(expectSame()).toBe("2026-12-02");
  });

  it("has nothing to use before next keys were added", () => {
    expect(new RotatingKeys(folder).withoutNext()).toContain("match");
  });
});
