import { composeServices } from "@apollo/composition";
import { grantVisibility } from "@campus-graph/kit/auth/visibility";
import { parse } from "graphql";
import { describe, expect, it } from "vitest";
import {
  createExampleSubgraph,
  keys as exampleKeys,
  exampleSchema,
  returns,
} from "../../../subgraphs/kit/src/test/example-subgraph/example-subgraph.js";
import { createDatabase } from "../../../test/harness/postgres.js";
import { accessToken } from "./identity.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { keys, TestWorld } from "./world.js";

describe("a subgraph of the kit that streams", () => {
  it("is believed message by message, each viewer seeing what is theirs, and goes on after its restart", async () => {
    await using database = await createDatabase();
    await using world = await TestWorld.start();
    let example = await createExampleSubgraph(database.urls);
    const port = Number(new URL(example.url).port);
    const em = example.database.em.fork();
    await em.execute("insert into book values ('a', 'Book a', null)");
    await grantVisibility(em, { viewer: "reader", object: "book:a", reason: "lent" });
    const { identity } = world.subgraphs;
    const { supergraphSdl, errors } = composeServices([
      { name: "identity", url: identity.url, typeDefs: identity.typeDefs },
      { name: "binding", url: `${example.url}/graphql`, typeDefs: parse(exampleSchema().sdl) },
    ]);
    if (!supergraphSdl) throw new Error(String(errors));
    const gateway = await world.gateway({
      supergraph: { sdl: supergraphSdl },
      keys: {
        ...keys,
        ring: (name) => (name === "viewer:binding" ? exampleKeys.ring("viewer") : keys.ring(name)),
      },
    });
    const sockets = await Promise.all(
      ["reader", "stranger"].map(async (subject) => TestSocket.as(gateway, await accessToken({ subject }))),
    );
    const returned = 'subscription { bookReturned(shelf: "A") { title } }';
    for (const _ of ["at first", "after its restart"]) {
      const events = sockets.map((socket) => socket.run(returned));
      const received = events.map((each) => TestSocket.take(each, 1));
      await expect.poll(() => returns.listenerCount("A"), soon).toBe(2);
      returns.emit("A", "a");
      expect(await Promise.all(received)).toEqual([
        [{ data: { bookReturned: { title: "Book a" } } }],
        [{ data: { bookReturned: null } }],
      ]);
      const ended = events.map((each) => TestSocket.take(each, 2));
      await example.stop();
      for (const messages of await Promise.all(ended))
        expect(messages).toMatchObject([
          { errors: [{ extensions: { code: "SUBGRAPH_UNAVAILABLE", serviceName: "binding" } }] },
        ]);
      expect(returns.listenerCount("A")).toBe(0);
      example = await createExampleSubgraph(database.urls, {}, port);
    }
    await example.stop();
    for (const socket of sockets) await socket[Symbol.asyncDispose]();
  });
});
