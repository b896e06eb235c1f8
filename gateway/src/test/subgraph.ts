import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSubgraphSchema } from "@apollo/subgraph";
import type { KeyRing } from "@campus-graph/kit/auth/keys";
import { behindAnswer, type Viewer, verifyRequest } from "@campus-graph/kit/auth/viewer";
import { type DocumentNode, execute, type GraphQLSchema, parse } from "graphql";
import { TestSubscriptions } from "./subgraph-sockets.js";

/** What a resolver of a test subgraph knows. */
export interface Seen {
  viewer: Viewer;
}

// biome-ignore lint/suspicious/noExplicitAny: the shape that graphql-tools gives resolvers
type Resolver = (...args: any[]) => unknown;
type Resolvers = Record<string, Record<string, Resolver | { subscribe: Resolver }>>;

export interface SubgraphOptions {
  name: string;
  typeDefs: string;
  resolvers: Resolvers;
  /** Null: it believes anybody. */
  ring: KeyRing | null;
  /** Answers beside `/graphql`; the request was believed. */
  other?: (request: IncomingMessage, body: string, viewer: Viewer) => Other | Promise<Other>;
}

interface Other {
  status: number;
  headers?: object;
  body: string;
}

interface SubgraphRequest {
  query: string;
  variables?: Record<string, unknown> | undefined;
}

/** A small subgraph over real HTTP and sockets that believes only what the gateway signed, and can die and come back. */
export class TestSubgraph implements AsyncDisposable {
  /** The GraphQL requests that came, alone or with others. */
  readonly requests: SubgraphRequest[] = [];
  /** Requests whose answer nobody waited for. */
  hungUp = 0;
  /** How many reads came in each joint request. */
  readonly joint: number[] = [];
  failsBatchedReads = false;
  /** As whom the requests came, in their order. */
  readonly viewers: Viewer[] = [];
  /** Answers are made and then wait for it. */
  held: Promise<void> | null = null;
  /** What its door says instead of an answer. */
  fault: { status: number; body: string } | null = null;
  /** Its answers begin, go on, and never end. */
  isEndless = false;
  /** It has not acted on what was taken from its viewers. */
  isBehind = false;
  readonly #schema: GraphQLSchema;
  /** What it streams. */
  readonly subscriptions: TestSubscriptions;
  #server: Server | undefined;
  #port = 0;

  constructor(readonly options: SubgraphOptions) {
    this.#schema = buildSubgraphSchema({ typeDefs: parse(options.typeDefs), resolvers: options.resolvers });
    this.subscriptions = new TestSubscriptions(options, this.#schema, () => this.isBehind);
  }

  get typeDefs(): DocumentNode {
    return parse(this.options.typeDefs);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  async start(): Promise<this> {
    const server = createServer((request, response) => void this.#answer(request, response));
    server.on("upgrade", this.subscriptions.upgrade);
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    this.subscriptions.cut();
    await closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { name, ring, other } = this.options;
    response.once("close", () => {
      if (!response.writableFinished) this.hungUp += 1;
    });
    const body = await new Response(request as unknown as ReadableStream).text();
    const isForward = /^\/(sso|session|documents)\b/.test(request.url ?? "");
    const verified =
      ring &&
      verifyRequest(
        ring,
        {
          audience: name,
          method: request.method ?? "",
          path: request.url ?? "",
          body: isForward ? null : body,
        },
        request.headers,
      );
    if (ring && !verified) return void response.writeHead(401).end("{}");
    const viewer = verified?.viewer as Viewer;
    if (this.isBehind && viewer.withdrawals)
      return void response.writeHead(503).end(JSON.stringify(behindAnswer));
    if (request.url === "/internal/joint-reads") {
      const { query, reads } = JSON.parse(body) as {
        query: string;
        reads: (SubgraphRequest & { viewer: Viewer })[];
      };
      this.joint.push(reads.length);
      if (this.failsBatchedReads) return void response.writeHead(500).end("{}");
      const answers = await Promise.all(
        reads.map(({ viewer, variables }) =>
          this.isBehind && viewer.withdrawals ? "" : this.#run({ query, variables }, viewer),
        ),
      );
      return void response.writeHead(200).end(answers.join("\n"));
    }
    if (request.url !== "/graphql" && other) {
      const answer = await other(request, body, viewer);
      await this.held;
      return void response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
    }
    if (this.isEndless) return endlessly(response);
    if (this.fault) return void response.writeHead(this.fault.status).end(this.fault.body);
    const answer = await this.#run(JSON.parse(body) as SubgraphRequest, viewer);
    response.writeHead(200, { "content-type": "application/json" }).end(answer);
  }

  async #run(request: SubgraphRequest, viewer: Viewer): Promise<string> {
    this.requests.push(request);
    this.viewers.push(viewer);
    const result = await execute({
      schema: this.#schema,
      document: parse(request.query),
      variableValues: request.variables ?? {},
      contextValue: { viewer } satisfies Seen,
    });
    await this.held;
    const errors = result.errors?.map((error) => ({
      message: error.message,
      path: error.path,
      extensions: { code: "INTERNAL", ...error.extensions },
    }));
    return JSON.stringify({ data: result.data, ...(errors ? { errors } : {}) });
  }
}

function endlessly(response: ServerResponse): void {
  const chunk = "x".repeat(64 * 1024);
  const go = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.writeHead(200, { "content-type": "application/json" }).write('{"data":{"hello":"');
  response.on("drain", go);
  go();
}
