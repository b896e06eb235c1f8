import { expect } from "vitest";
import WebSocket from "ws";
import type { Gateway } from "../gateway.js";
import { soon } from "./soon.js";

const protocol = "graphql-transport-ws";

export interface SocketMessage {
  type: string;
  id?: string;
  payload?: Record<string, unknown> | { errors?: unknown; extensions?: unknown }[];
}

/** A socket that says exactly what it is told to, right or wrong. */
export interface RawSocket {
  socket: WebSocket;
  /** Resolves to the code of the socket's close. */
  closed: Promise<number>;
  messages: SocketMessage[];
  send(message: object | string): void;
  /** Resolves once a message of that type has come. */
  receives(type: string): Promise<void>;
}

export interface RawSocketOptions {
  /** The protocol that it asks for; empty: none. */
  name?: string;
  path?: string;
  autoPong?: boolean;
}

export const init = { type: "connection_init" };

export async function raw(
  { url }: Gateway,
  { name = protocol, path = "/graphql", autoPong = true }: RawSocketOptions = {},
): Promise<RawSocket> {
  const address = `${url.replace("http", "ws")}${path}`;
  const socket =
    name === "" ? new WebSocket(address, { autoPong }) : new WebSocket(address, name, { autoPong });
  const messages: RawSocket["messages"] = [];
  socket.on("message", (data) => messages.push(JSON.parse(String(data))));
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  socket.on("error", () => undefined);
  return {
    socket,
    closed,
    messages,
    send: (message) => socket.send(typeof message === "string" ? message : JSON.stringify(message)),
    receives: (type) => expect.poll(() => messages.map((message) => message.type), soon).toContain(type),
  };
}

/** A socket that has introduced itself. */
export async function greeted(gateway: Gateway, payload?: object): Promise<RawSocket> {
  const ends = await raw(gateway);
  ends.send({ ...init, ...(payload ? { payload } : {}) });
  await ends.receives("connection_ack");
  return ends;
}
