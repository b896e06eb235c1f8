import { type AddressInfo, createServer, type Socket } from "node:net";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { expect, it } from "vitest";
import { createMailTransport, isHardBounce } from "../mail/transport.js";

const letter = { to: "parent@example.com" as EmailAddress, subject: "s", text: "t" };
const patienceMs = 300;

/** A server of SMTP that says to each command what it is told to; `greeting` before any. */
async function mailServer(greeting: string, answer: (command: string) => string | null) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    if (greeting !== "") socket.write(greeting);
    let isData = false;
    socket.on("data", (bytes) => {
      for (const line of bytes.toString().split("\r\n").slice(0, -1)) {
        if (isData && line !== ".") continue;
        const said = answer(isData ? "." : line);
        isData = !isData && line === "DATA";
        if (said === null) return void socket.destroy();
        if (said !== "") socket.write(said);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const smtpUrl = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const transport = createMailTransport({
    smtpUrl,
    from: "no-reply@campus.example",
    connections: 1,
    patienceMs,
  });
  return {
    send: () => transport.send(letter, "<one@mail.campus-graph>"),
    async [Symbol.asyncDispose]() {
      transport.close();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What an honest one says. */
function honest(command: string): string {
  if (command.startsWith("EHLO")) return "250 mail.example\r\n";
  return command === "DATA" ? "354 go on\r\n" : "250 ok\r\n";
}
const greeting = "220 mail.example ESMTP\r\n";
const long = "x".repeat(10_000_000);

it("hands a letter to an honest one", async () => {
  await using server = await mailServer(greeting, honest);
  await server.send();
});

it.each<[string, string, (command: string) => string | null]>([
  ["never greets", "", honest],
  ["greets without an end", `220 ${long}`, honest],
  ["answers with ten megabytes", greeting, () => `${`250-${"x".repeat(100_000)}\r\n`.repeat(100)}250 ok\r\n`],
  ["greets as something else", "HTTP/1.1 400 Bad Request\r\n\r\n", honest],
  ["says nothing once it has greeted", greeting, () => ""],
  ["says nothing to the letter", greeting, (command) => (command === "." ? "" : honest(command))],
  ["hangs up in the middle of it", greeting, (command) => (command === "." ? null : honest(command))],
  [
    "takes the letter and then does not",
    greeting,
    (command) => (command === "." ? "554 5.6.0 no\r\n" : honest(command)),
  ],
  [
    "is full for now",
    greeting,
    (command) => (command.startsWith("RCPT") ? "450 4.2.1 later\r\n" : honest(command)),
  ],
  [
    "takes nothing from us",
    greeting,
    (command) => (command.startsWith("RCPT") ? "550 5.7.1 blocked\r\n" : honest(command)),
  ],
])(
  "does not believe a mail server that %s to have taken it, nor that there is no such mailbox",
  async (_, greets, answer) => {
    await using server = await mailServer(greets, answer);
    const began = performance.now();
    const error = await server.send().catch((error: unknown) => error);
    expect(error).toBeInstanceOf(Error);
    expect(isHardBounce(error)).toBe(false);
    expect(performance.now() - began).toBeLessThan(20 * patienceMs);
  },
);

it("knows a mailbox that is not there from all that", async () => {
  await using server = await mailServer(greeting, (command) =>
    command.startsWith("RCPT") ? "550 5.1.1 no such user\r\n" : honest(command),
  );
  const error = await server.send().catch((error: unknown) => error);
  expect(isHardBounce(error)).toBe(true);
});
