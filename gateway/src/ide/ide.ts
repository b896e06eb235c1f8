import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { GraphQLSchema } from "graphql";
import { privateAnswer } from "../http/headers.js";
import { sendText } from "../http/send-response.js";
import type { Handler, Routes } from "../http/server.js";
import { readExampleCity } from "./example-city.js";
import { readExamples } from "./examples.js";

interface Options {
  /** The folder of the example operations; null: none are offered. */
  operations: string | null;
  schema: () => GraphQLSchema;
}

export interface Ide {
  page: Handler;
  /** What the page loads; all of it from here, so that it works without any network. */
  assets: Routes;
}

const javascript = "text/javascript; charset=utf-8";

/** The page may load from here alone: whoever adds something from elsewhere sees it fail at once. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
].join("; ");

/** What the page is made of, sent as it stands: no build, so each is a module of the browser's own. */
const modules = ["page", "examples", "fill-in", "panel", "sign-in", "fetcher", "words"] as const;

const noExamples = { people: {}, roles: {}, examples: [] };

async function offered(folder: string, schema: GraphQLSchema) {
  const [{ people, roles }, examples] = await Promise.all([
    readExampleCity(folder),
    readExamples(folder, schema),
  ]);
  return { people, roles, examples };
}

/** GraphiQL, with an example for every step of the story, signed in as anybody of the demo city. Not for production. */
export function createIde({ operations, schema }: Options): Ide {
  const own = (name: string) => readFile(new URL(name, import.meta.url), "utf8");
  const examples = async () =>
    JSON.stringify(operations === null ? noExamples : await offered(operations, schema()));
  const graphiql = (part: keyof Awaited<ReturnType<typeof loadGraphiql>>) => async () =>
    (await loadGraphiql())[part];
  return {
    async page(_, response) {
      response.setHeader("content-security-policy", policy);
      sendText(response, 200, "text/html; charset=utf-8", await own("page.html"), privateAnswer);
    },
    assets: [
      ["/ide/examples.json", asset("application/json", examples)],
      ...modules.map(
        (name) => [`/ide/${name}.js`, asset(javascript, () => own(`browser/${name}.js.txt`))] as const,
      ),
      ["/ide/graphiql.js", asset(javascript, graphiql("js"))],
      ["/ide/page.css", asset("text/css; charset=utf-8", () => own("browser/page.css"))],
      ["/ide/graphiql.css", asset("text/css; charset=utf-8", graphiql("css"))],
      ["/ide/editor-worker.js", asset(javascript, graphiql("editorWorkerService"))],
      ["/ide/json-worker.js", asset(javascript, graphiql("jsonWorker"))],
      ["/ide/graphql-worker.js", asset(javascript, graphiql("graphqlWorker"))],
    ],
  };
}

/** Nine megabytes, loaded at the first request for the page. */
function loadGraphiql() {
  return import("@graphql-yoga/render-graphiql/graphiql");
}

function asset(contentType: string, read: () => Promise<string>): Handler {
  return async (request, response) => {
    const text = await read();
    const tag = `"${createHash("sha256").update(text).digest("base64url")}"`;
    response.setHeader("etag", tag);
    if (request.headers["if-none-match"] === tag) return void response.writeHead(304).end();
    sendText(response, 200, contentType, text, "no-cache");
  };
}
