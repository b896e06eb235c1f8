import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { isPublic, OutsideAddressRefused, readOutsideAddress } from "../outside-address.js";
import { OutsideCaller, type ResolveHost } from "../outside-caller.js";

const hosts = ["push.example", "*.notify.example"];
const outside = { hosts, allowsLoopback: false };

it.each([
  "https://push.example/send/a?b=c",
  "https://PUSH.example/",
  "https://a.b.notify.example:443/x",
  "https://push.example\\@evil.example/",
])("lets a listed host by https: %s", (url) =>
  expect(readOutsideAddress(url, outside).protocol).toBe("https:"),
);

it.each([
  "push.example/send",
  "http://push.example/",
  "ftp://push.example/",
  "file:///etc/passwd",
  "gopher://push.example/",
  "https://push.example:8443/",
  "https://push.example:22/",
  "https://somebody@push.example/",
  "https://push.example:secret@push.example/",
  "https://push.example@evil.example/",
  "https://push.example./",
  "https://notify.example/",
  "https://evilnotify.example/",
  "https://push.example.evil.example/",
  "https://evil.example/push.example",
  "https://evil.example/#push.example",
  "https://push.example%00.evil.example/",
  "https://push/",
  "https://localhost/",
  "https://localhost.localdomain/",
  "http://localhost:4000/",
  "https://127.0.0.1/",
  "https://127.1/",
  "https://2130706433/",
  "https://0x7f000001/",
  "https://0177.0.0.1/",
  "https://0/",
  "https://8.8.8.8/",
  "https://169.254.169.254/latest/meta-data/",
  "https://10.0.0.1/",
  "https://[::1]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:a9fe:a9fe]/",
  "https://[fd00::1]/",
  "https://[2001:4860:4860::8888]/",
  "https://①②⑦.⓪.⓪.①/",
  "https://metadata.google.internal/",
  "",
  "https://",
])("refuses %s", (url) => expect(() => readOutsideAddress(url, outside)).toThrow(OutsideAddressRefused));

it.each(["http://127.0.0.1:5000/x", "http://localhost:5000/", "http://[::1]:5000/", "https://localhost/"])(
  "lets this machine where the demo says so: %s",
  (url) => expect(readOutsideAddress(url, { hosts, allowsLoopback: true }).pathname).toMatch(/^\//),
);

it.each([
  ["8.8.8.8", true],
  ["2001:4860:4860::8888", true],
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["172.16.0.1", false],
  ["192.168.1.1", false],
  ["100.64.0.1", false],
  ["169.254.169.254", false],
  ["0.0.0.0", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["198.18.0.1", false],
  ["::1", false],
  ["::", false],
  ["::ffff:10.0.0.1", false],
  ["64:ff9b::a00:1", false],
  ["2002:7f00:1::", false],
  ["fe80::1", false],
  ["fd12::1", false],
  ["ff02::1", false],
  ["no address", false],
])("knows whether %s is a public address: %s", (address, expected) =>
  expect(isPublic(address)).toBe(expected),
);

describe("a call", () => {
  const bounds = { timeoutMs: 300, mostBytes: 1_000 };
  const loopback = { allowsLoopback: true };

  it.each([
    ["this machine", ["127.0.0.1"]],
    ["a public address and a private one", ["8.8.8.8", "10.0.0.1"]],
    ["none", []],
  ])("is not made to a name that leads to %s", async (_, addresses) => {
    const resolve: ResolveHost = async () => addresses.map((address) => ({ address, family: 4 }));
    const caller = new OutsideCaller(outside, bounds, resolve);
    await expect(caller.call("https://push.example/", { method: "GET", headers: {} })).rejects.toMatchObject({
      code: "ADDRESS_NOT_PUBLIC",
    });
    caller.close();
  });

  it.each<[string, (response: ServerResponse) => void, object]>([
    [
      "takes a redirect for an answer",
      (to) => to.writeHead(307, { location: "/admin" }).end(),
      { status: 307 },
    ],
    [
      "reads no more than it may",
      (to) => to.end(Buffer.alloc(10_000_000, "x")),
      { status: 200, isWhole: false },
    ],
  ])("%s", async (_, behave, expected) => {
    await using server = await serve(behave);
    const caller = new OutsideCaller(loopback, bounds);
    const answer = await caller.call(server.url, { method: "POST", headers: {}, body: Buffer.from("hello") });
    expect(answer).toMatchObject(expected);
    expect(answer.body.length).toBeLessThanOrEqual(bounds.mostBytes);
    expect(server.asked).toEqual(["/"]);
    caller.close();
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ["nothing", () => undefined],
    ["the beginning of an answer", (to) => to.writeHead(200).write("x")],
  ])("waits no longer than it may for a server that sends %s", async (_, behave) => {
    await using server = await serve(behave);
    const caller = new OutsideCaller(loopback, bounds);
    await expect(caller.call(server.url, { method: "GET", headers: {} })).rejects.toMatchObject({
      name: "TimeoutError",
    });
    caller.close();
  });
});

async function serve(behave: (response: ServerResponse) => void) {
  const asked: (string | undefined)[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url);
    behave(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
