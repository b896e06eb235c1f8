import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { anonymous } from "@campus-graph/kit/auth/viewer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCircuit } from "../subgraphs/circuit.js";
import { createSubgraphClient, type SubgraphClient } from "../subgraphs/client.js";
import { unsigned } from "../subgraphs/sign.js";
import { soon } from "./soon.js";

describe("a circuit", () => {
  it("rests after some time-outs in a row, lets one request try, and goes on when that is answered", () => {
    let time = 0;
    const circuit = createCircuit({ timeouts: 2, restMs: 100, now: () => time });
    for (let nth = 0; nth < 2; nth++) {
      expect(circuit.admits()).toBe(true);
      circuit.timedOut();
    }
    expect(circuit.admits()).toBe(false);
    time = 100;
    expect([circuit.admits(), circuit.admits()]).toEqual([true, false]);
    circuit.timedOut();
    expect(circuit.admits()).toBe(false);
    time = 200;
    expect(circuit.admits()).toBe(true);
    circuit.answered();
    expect([circuit.admits(), circuit.admits()]).toEqual([true, true]);
  });

  it("holds back what it admitted before as well, as long as it rests", () => {
    let time = 0;
    const circuit = createCircuit({ timeouts: 1, restMs: 100, now: () => time });
    expect(circuit.rests()).toBe(false);
    circuit.timedOut();
    expect(circuit.rests()).toBe(true);
    time = 100;
    expect([circuit.admits(), circuit.rests()]).toEqual([true, false]);
  });

  it("is not opened by time-outs between answers", () => {
    const circuit = createCircuit({ timeouts: 2 });
    for (let nth = 0; nth < 5; nth++) {
      circuit.timedOut();
      circuit.answered();
    }
    expect(circuit.admits()).toBe(true);
  });

  it("lets another try when the one that tried was given up", () => {
    let time = 0;
    const circuit = createCircuit({ timeouts: 1, restMs: 100, now: () => time });
    circuit.timedOut();
    time = 100;
    expect(circuit.admits()).toBe(true);
    circuit.gaveUp();
    expect(circuit.admits()).toBe(true);
  });
});

describe("the client of a subgraph that hangs", () => {
  let server: Server;
  let client: SubgraphClient;
  let isHanging = true;
  const held: ServerResponse[] = [];
  const caller = { viewer: anonymous, traceId: "trace", signal: new AbortController().signal };
  const post = () => client.post({ subgraph: "slow", body: "{}", repeatable: true }, caller);

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume();
      if (isHanging) held.push(response);
      else response.writeHead(200).end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    client = createSubgraphClient({
      maxAnswerBytes: 1_000_000,
      subgraphs: () => new Map([["slow", url]]),
      sign: unsigned,
      timeoutMs: 100,
    });
  });
  afterAll(async () => {
    await client.close();
    server.closeAllConnections();
    server.close();
  });

  it("does not have one after another wait, of those for whom there is no connection yet", async () => {
    const lines = 64;
    await Promise.allSettled(Array.from({ length: 5 * lines }, post));
    expect(held.length).toBeLessThan(2 * lines);
  });

  it("asks it no more for a moment, and again when it answers", async () => {
    await Promise.allSettled([post(), post(), post(), post(), post()]);
    const heldBefore = held.length;
    for (let nth = 0; nth < 20; nth++)
      await expect(post()).rejects.toMatchObject({
        extensions: { code: "SUBGRAPH_UNAVAILABLE", serviceName: "slow" },
      });
    expect(held.length - heldBefore).toBeLessThanOrEqual(1);
    isHanging = false;
    await expect.poll(() => post().catch(() => "not yet"), soon).toEqual({});
    expect(await Promise.all([post(), post()])).toEqual([{}, {}]);
  });
});
