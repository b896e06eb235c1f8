import { request } from "node:http";
import { connect } from "node:net";
import type { Log } from "@campus-graph/kit/ops/log";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBody } from "../http/request-body.js";
import { type HttpServer, startHttpServer } from "../http/server.js";
import { soon } from "./soon.js";

let server: HttpServer;
let answersUnderWay = 0;
const logged: object[] = [];
const log = { error: (fields: object) => void logged.push(fields) } as unknown as Log;
let upgrades = 0;
beforeAll(async () => {
  server = await startHttpServer({
    host: "127.0.0.1",
    port: 0,
    log,
    stuckMs: 500,
    routes: [
      ["/small", (_, response) => void response.end("small")],
      [
        "/failing/*",
        async (request) => {
          await readBody(request, 1_000);
          throw new Error("broken");
        },
      ],
      [
        "/large",
        (_, response) => {
          answersUnderWay += 1;
          response.once("close", () => {
            answersUnderWay -= 1;
          });
          response.end(Buffer.alloc(50_000_000));
        },
      ],
    ],
    upgrade: (_, socket) => {
      upgrades += 1;
      socket.destroy();
    },
  });
});
afterAll(() => server.close());

const port = () => Number(new URL(server.url).port);

describe("the server", () => {
  it("lets go of an answer of which nothing is taken", async () => {
    const socket = connect(port(), "127.0.0.1").pause();
    socket.on("error", () => undefined);
    socket.write("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    await expect.poll(() => answersUnderWay, soon).toBe(1);
    await expect.poll(() => answersUnderWay, soon).toBe(0);
    socket.destroy();
  });

  it("sees an answer through of which something is taken all the time", async () => {
    let taken = 0;
    const answer = await new Promise<AsyncIterable<Buffer>>((resolve) => {
      request(`${server.url}/large`, resolve).end();
    });
    for await (const chunk of answer) {
      taken += chunk.length;
      if (taken % 64 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(taken).toBe(50_000_000);
  });

  it("tells its log where something failed, but no link that opens anything, and nothing of who hung up", async () => {
    const socket = connect(port(), "127.0.0.1");
    socket.write("POST /failing/early HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
    await new Promise((resolve) => socket.end().resume().once("close", resolve));
    expect((await fetch(`${server.url}/failing/secret?as=well`, { method: "POST" })).status).toBe(500);
    expect(logged).toEqual([{ err: new Error("broken"), place: "/failing" }]);
  });

  it("keeps the connection of a refused request, unless a body is still to come on it", async () => {
    const connectionAfter = (headers: Record<string, string>) =>
      new Promise((resolve, reject) => {
        const refused = request(`${server.url}/nowhere`, { method: "POST", headers }, (answer) => {
          resolve([answer.statusCode, answer.headers.connection]);
          refused.destroy();
        });
        refused.on("error", reject).flushHeaders();
      });
    expect(await connectionAfter({ "content-length": "0" })).toEqual([404, "keep-alive"]);
    expect(await connectionAfter({ "content-length": "10" })).toEqual([404, "close"]);
  });

  it("answers a client that offers another HTTP beside, as Java's does", async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { connection: "Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAEAAEAA" };
      request(`${server.url}/small`, { headers }, ({ statusCode }) => resolve(statusCode))
        .on("error", reject)
        .on("upgrade", () => reject(new Error("upgraded")))
        .end();
    });
    expect([status, upgrades]).toEqual([200, 0]);
  });
});
