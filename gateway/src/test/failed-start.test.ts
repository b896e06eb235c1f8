import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "../../../test/harness/postgres.js";
import { withClient } from "../../launch/src/postgres/prepare-database.js";
import type { GatewaySettings } from "../settings.js";
import { soon } from "./soon.js";
import { TestWorld } from "./world.js";

describe("a start that fails leaves nothing open", () => {
  let world: TestWorld;
  let database: TestDatabase;
  let taken: Server;
  let takenPort: number;

  beforeAll(async () => {
    world = await TestWorld.start();
    database = await createDatabase();
    const bus = new PostgresBus(database.urls.bus);
    await bus.prepare();
    await bus.close();
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    takenPort = (taken.address() as AddressInfo).port;
  });
  afterAll(async () => {
    taken.close();
    await world[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  /** Servers and connections of this process; timers are left out, since the test has some of its own. */
  const open = () =>
    process
      .getActiveResourcesInfo()
      .filter((kind) => /Server|Socket/.test(kind))
      .sort();

  const failing: Record<string, () => Partial<GatewaySettings>> = {
    "where its port is taken": () => ({ port: takenPort, operatorPort: 0 }),
    "where the operator's port is taken": () => ({ operatorPort: takenPort }),
    "over a supergraph that cannot be run": () => ({
      supergraph: {
        sdl: world.compose().replace("@join__type(graph: ROSTER", "@join__nothing(graph: ROSTER"),
      },
    }),
  };
  for (const [where, settings] of Object.entries(failing))
    it(where, async () => {
      await using folder = await mkdtempDisposable(join(tmpdir(), "campus-start-"));
      const file = join(folder.path, "supergraph.graphql");
      await writeFile(file, world.compose());
      const before = open();
      const given = { supergraph: { file }, busUrl: database.urls.bus, ...settings() };
      await expect(world.gateway({ ...given, tracesUrl: "http://127.0.0.1:9" })).rejects.toThrow();
      await expect.poll(open, soon).toEqual(before);
      const { rows } = await withClient(database.urls.bus, (client) =>
        client.query("select count(*)::int as count from bus.party"),
      );
      expect(rows).toEqual([{ count: 0 }]);
    });
});
