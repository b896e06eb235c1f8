import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { expect, it } from "vitest";
import { createExampleSubgraph } from "../../../../subgraphs/kit/src/test/example-subgraph/example-subgraph.js";
import { createDatabase } from "../../../../test/harness/postgres.js";
import { dataFolderAt } from "../data/folder.js";
import { keyHolders } from "../data/key-holders.js";
import { makeCityKeys } from "../data/keys.js";
import { checkoutFolder, type LaunchSettings } from "../settings.js";
import { lookAtKeys } from "./keys.js";

it("says of a complete set of other keys whose data they do not open, as the start would", async () => {
  await using database = await createDatabase();
  await using folders = new AsyncDisposableStack();
  const cityKeys = () => {
    const folder = mkdtempSync(join(tmpdir(), "city-keys-"));
    folders.defer(() => rmSync(folder, { recursive: true }));
    makeCityKeys(folder, keyHolders(checkoutFolder(), ["binding"]), "2026-12-01");
    return folder;
  };
  const [own, others] = [cityKeys(), cityKeys()];
  const look = async (keysFolder: string) =>
    lookAtKeys(checkoutFolder(), dataFolderAt(own, own), { keysFolder } as LaunchSettings, {
      DATABASE_URL: database.adminUrl,
    });
  expect(await look(own), "before anything was begun").toEqual([]);
  const running = await createExampleSubgraph(database.urls, {}, 0, readKeys(join(own, "binding.json")));
  await running.stop();
  expect(await look(own)).toMatchObject([{ kind: "fine" }]);
  expect(await look(others)).toMatchObject([
    {
      kind: "trouble",
      message: {
        en: expect.stringContaining(
          "binding: The data in the database was written with another key 2026-12-01",
        ),
        "zh-TW": expect.stringContaining("binding：資料庫的資料是以另一把金鑰"),
      },
    },
  ]);
});
