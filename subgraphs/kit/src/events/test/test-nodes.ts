import { createDatabase } from "../../../../../test/harness/postgres.js";
import { migrateStation } from "./test-node.js";

/** A database with the tables of two stations: roster, who speaks, and binding, who hears. */
export const stations = () =>
  createDatabase({
    name: "stations",
    async prepare({ urls }) {
      await migrateStation(urls.roster, "roster");
      await migrateStation(urls.binding, "binding");
    },
  });
