import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { request as forward } from "undici";

/**
 * Stands before the live subgraphs, on a port for each. The first time that a question comes it is passed on with its
 * signature and its answer kept; from then on the kept answer is given, so that the subgraphs' own work, many times a
 * gateway's, does not drown what is measured. A process of its own: `STANDS_FOR` is JSON of port → address.
 */
const standsFor = JSON.parse(process.env.STANDS_FOR!) as Record<string, string>;

interface Kept {
  status: number;
  type: string;
  body: Buffer;
}

const kept = new Map<string, Kept>();
let received = 0;
let passedOn = 0;

for (const [port, address] of Object.entries(standsFor)) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => answer(address, request, response, chunks));
  });
  server.keepAliveTimeout = 600_000;
  server.listen(Number(port), "127.0.0.1");
}
process.on("message", () => process.send?.({ received, passedOn }));
process.send?.("ready");

function answer(address: string, request: IncomingMessage, response: ServerResponse, chunks: Buffer[]): void {
  received += 1;
  const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  const key = `${address}${request.url} ${request.headers["x-campus-viewer"]} ${body.toString("latin1")}`;
  const known = kept.get(key);
  if (known) {
    give(response, known);
    return;
  }
  passOn(address, request, body).then(
    (fresh) => {
      if (fresh.status === 200) kept.set(key, fresh);
      give(response, fresh);
    },
    (error: Error) => response.writeHead(502).end(error.message),
  );
}

async function passOn(address: string, request: IncomingMessage, body: Buffer): Promise<Kept> {
  passedOn += 1;
  const { "transfer-encoding": _, connection: __, "content-length": ___, ...headers } = request.headers;
  const answered = await forward(new URL(request.url!, address), {
    method: request.method as "GET" | "POST",
    headers,
    body: body.length > 0 ? body : null,
  });
  return {
    status: answered.statusCode,
    type: String(answered.headers["content-type"]),
    body: Buffer.from(await answered.body.arrayBuffer()),
  };
}

function give(response: ServerResponse, { status, type, body }: Kept): void {
  response.writeHead(status, { "content-type": type, "content-length": body.length }).end(body);
}
