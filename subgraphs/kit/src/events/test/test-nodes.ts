import { createDatabase } from "../../../../../test/harness/postgres.js";
import { migrateTestNode } from "./test-node.js";

/** A database with the tables of two nodes: roster, who speaks, and binding, who hears. */
export const testNodes = () =>
  createDatabase({
    name: "nodes",
    async prepare({ urls }) {
      await migrateTestNode(urls.roster, "roster");
      await migrateTestNode(urls.binding, "binding");
    },
  });
