import { createServer, type IncomingMessage } from "node:http";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { Pool } from "undici";
import { answers, type Fetch } from "./bare-answers.js";
import { createTrust } from "./trust.js";

/**
 * What a gateway cannot beat: a plain server that knows the four questions by name and makes their fetches by hand, each
 * representation once, over kept connections. It parses no GraphQL and plans nothing. A process of its own.
 */
const trust = await createTrust(process.env);
const subgraphs = JSON.parse(process.env.SUBGRAPHS!) as Record<string, string>;
const pools = new Map(
  Object.entries(subgraphs).map(([name, url]) => [
    name,
    { url: new URL(url), pool: new Pool(new URL(url).origin, { connections: 64 }) },
  ]),
);

const fetchAs =
  (viewer: Viewer): Fetch =>
  async (subgraph, query, variables) => {
    const { url, pool } = pools.get(subgraph)!;
    const body = JSON.stringify({ query, variables });
    const response = await pool.request({
      method: "POST",
      path: url.pathname,
      headers: { "content-type": "application/json", ...trust.sign(subgraph, url, body, viewer) },
      body,
    });
    const { data, errors } = JSON.parse(await response.body.text());
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };

const server = createServer((request, response) => {
  answer(request).then(
    (data) => {
      const body = Buffer.from(JSON.stringify({ data }));
      response
        .writeHead(200, { "content-type": "application/json", "content-length": body.length })
        .end(body);
    },
    (error: Error) => response.writeHead(500).end(error.message),
  );
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));

async function answer(request: IncomingMessage): Promise<unknown> {
  const viewer = await trust.viewerOf(request.headers.authorization);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString());
  return answers[operationName as keyof typeof answers](fetchAs(viewer), variables);
}
