import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A way to the graph on which answers get lost: the graph has done what was requested, and the client never learns of it. */
export interface LosingAnswers extends AsyncDisposable {
  url: string;
  /** How many of the next answers to an operation of this name are lost. */
  lose(operationName: string, count: number): void;
  /** The bodies of all that was sent under the name. */
  sent(operationName: string): Record<string, Record<string, unknown>>[];
}

export async function losingAnswersOf(graphUrl: string): Promise<LosingAnswers> {
  const losses = new Map<string, number>();
  const bodies: { operationName?: string; variables: Record<string, Record<string, unknown>> }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { host: _, connection: __, "transfer-encoding": ___, ...headers } = request.headers;
    const answer = await fetch(new URL(request.url!, graphUrl), {
      method: request.method!,
      headers: headers as Record<string, string>,
      ...(body.length > 0 ? { body } : {}),
    });
    const text = await answer.text();
    const requestBody = request.url === "/graphql" ? JSON.parse(body.toString()) : { variables: {} };
    bodies.push(requestBody);
    const left = losses.get(requestBody.operationName) ?? 0;
    if (left > 0) {
      losses.set(requestBody.operationName, left - 1);
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lose: (operationName, count) => losses.set(operationName, count),
    sent: (operationName) =>
      bodies.filter((body) => body.operationName === operationName).map(({ variables }) => variables),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
