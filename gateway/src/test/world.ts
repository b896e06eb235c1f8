import { randomBytes } from "node:crypto";
import { composeServices } from "@apollo/composition";
import { parseKeys } from "@campus-graph/kit/auth/keys";
import { GraphQLError } from "graphql";
import { createGateway, type Gateway } from "../gateway.js";
import type { GatewaySettings } from "../settings.js";
import { TestBroadcast } from "./broadcast.js";
import { keySets, publicUrl } from "./identity.js";
import { type Seen, TestSubgraph } from "./subgraph.js";

const link = (extra = "") =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective", "@external", "@requires", "@cost"])${extra}`;

const identity = `${link()}
  type Query { me: Account }
  type Account @key(fields: "id") { id: ID! assurance: String! language: String! address: String! roles: [String!]! }`;

const roster = `${link()}
  type Query { students: [Student!]! schools: [School!]! brokenStudent: Student }
  type Student @key(fields: "id") { id: ID! maskedName: String! school: School }
  type School { code: ID! name: String! students: [Student!]! }`;

const binding = `${link()}
  type Query { hello: String! }`;

const payments = `${link(`
  @link(url: "https://campus.example/tail/v1.0", import: ["@tail"]) @composeDirective(name: "@tail")
  directive @tail(of: String!) on FIELD_DEFINITION`)}
  scalar Cursor
  type Query {
    billNotices(first: Int = 20, after: Cursor, last: Int, kind: String): BillNoticeConnection!
    bills(first: Int = 20): [Bill]!
    bill(id: ID!, ids: [ID!], input: BillInput): Bill
    refusing: String
    failing: String
  }
  input BillInput { id: ID note: String content: String idempotencyKey: String within: [BillInput!] }
  type Mutation { pay(amount: Int!): Int! }
  type Subscription {
    billNotice(after: Cursor, kind: String): BillNotice! @tail(of: "billNotices")
    struck(on: String!): Strike!
  }
  type Strike { text: String! for: String student: Student! bill: Bill }
  type BillNoticeConnection { edges: [BillNoticeEdge!]! pageInfo: PageInfo! }
  type BillNoticeEdge { cursor: Cursor! node: BillNotice! }
  type PageInfo { hasNextPage: Boolean! endCursor: Cursor }
  type BillNotice { id: ID! cursor: Cursor! kind: String! text: String bill: Bill }
  type Bill @key(fields: "id") { id: ID! amount: Int! picture: String @cost(weight: 20) student: Student! }
  type Student @key(fields: "id", resolvable: false) { id: ID! }`;

/** The world's own subgraphs: a further one of the city changes nothing here. */
const typeDefs = { identity, roster, binding, payments };
type Name = keyof typeof typeDefs;

const ring = () => ({ current: "k1", keys: { k1: randomBytes(32).toString("base64") } });
export const keys = parseKeys(
  Object.fromEntries(Object.keys(typeDefs).map((name) => [`viewer:${name}`, ring()])),
);

/** Who a small subgraph is, what it may be asked, and by which signatures it is asked. */
function named<N extends Name>(name: N) {
  return { name, ring: keys.ring(`viewer:${name}`), typeDefs: typeDefs[name] };
}

/** What payments streams besides its tails. */
export interface TestStrike {
  text: string;
  for?: string | null;
  student?: { id: string };
}

export interface TestNotice {
  kind?: string;
  text?: string;
}

/** Feeds of subjects, as payments keeps them; a cursor is `<subject>:<position>`. */
export class TestFeed {
  readonly #feeds = new Map<string, TestNotice[]>();
  readonly #moves: string[] = [];

  append(subject: string, ...notices: TestNotice[]): void {
    this.#feeds.set(subject, [...(this.#feeds.get(subject) ?? []), ...notices]);
    this.#moves.push(subject);
  }

  page(
    subject: string | null,
    { first = 20, after, last }: { first?: number; after?: string; last?: number },
  ) {
    if (subject === null)
      throw new GraphQLError("Please sign in first.", { extensions: { code: "UNAUTHENTICATED" } });
    const notices = this.#feeds.get(subject) ?? [];
    const start = after === undefined || after === null ? 0 : this.#positionOf(subject, after);
    const from = last === undefined || last === null ? start : Math.max(start, notices.length - last);
    const until =
      last === undefined || last === null ? Math.min(from + first, notices.length) : notices.length;
    const edges = notices.slice(from, until).map((notice, index) => {
      const cursor = `${subject}:${from + index + 1}`;
      const bill = { id: `bill-${from + index + 1}`, amount: 100, student: { id: "student-1" } };
      return { cursor, node: { id: cursor, cursor, kind: "ISSUED", bill, ...notice } };
    });
    return {
      edges,
      pageInfo: {
        hasNextPage: until < notices.length,
        endCursor: edges.at(-1)?.cursor ?? `${subject}:${until}`,
      },
    };
  }

  news(since: string | null) {
    const from = since === null ? this.#moves.length : Number(since);
    return {
      position: String(this.#moves.length),
      subjects: [...new Set(this.#moves.slice(from))],
      more: false,
    };
  }

  #positionOf(subject: string, cursor: string): number {
    const [owner, position] = cursor.split(":");
    const known = this.#feeds.get(subject)?.length ?? 0;
    if (owner === "restored") throw new GraphQLError("restored", { extensions: { code: "RESYNC_REQUIRED" } });
    if (owner !== subject || !(Number(position) <= known))
      throw new GraphQLError("The cursor is not valid here.", { extensions: { code: "INVALID_CURSOR" } });
    return Number(position);
  }
}

/** Instead of a token: identity fails. */
export const broken = Symbol("broken");

/** Four small subgraphs over real HTTP and any number of gateways before them. */
export class TestWorld implements AsyncDisposable {
  readonly feed = new TestFeed();
  /** Strikes of payments' broadcasts, by the bell's name. */
  readonly broadcasts = new TestBroadcast<TestStrike>();
  readonly #gateways: Gateway[] = [];
  /** What payments tells of its events; the other subgraphs tell nothing. */
  eventMetrics: object = {
    unpublished: 2,
    oldestUnpublishedMs: 30,
    waiting: 4,
    parkedKeys: 1,
    oldestWriterMs: 40,
    lag: { binding: 3 },
    figures: [{ name: "counted_here", help: "Counted.", label: "partner", values: { wallet: 7 } }],
  };
  /** Payments made. */
  paid = 0;
  /** Greetings that are begun and not answered. */
  waiting = 0;
  #gate = Promise.resolve();
  /** From when on tokens count, by subject. */
  readonly notBefore = new Map<string, Date>();
  /** What cookies are traded for; others stand for nobody. */
  readonly tokens = new Map<string, () => Promise<string | typeof broken>>();
  /** Cookies that gateways asked identity about, in their order. */
  readonly traded: string[] = [];
  /** An identity of before there were such. */
  servesNotBefore = true;
  /** What the forwarded paths saw, the newest last. */
  readonly forwarded: {
    method: string;
    url: string;
    headers: Record<string, unknown>;
    body: string;
    viewer: object;
  }[] = [];
  readonly subgraphs: Record<Name, TestSubgraph>;

  private constructor() {
    const remember: NonNullable<TestSubgraph["options"]["other"]> = async (request, body, viewer) => {
      const { method = "", url = "", headers } = request;
      const keySet = keySets[url];
      if (keySet)
        return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(keySet) };
      if (url === "/internal/tokens-not-before") {
        if (!this.servesNotBefore) return { status: 404, body: JSON.stringify({ error: "NOT_FOUND" }) };
        const notBefore = this.notBefore.get((JSON.parse(body) as { subject: string }).subject) ?? null;
        return { status: 200, body: JSON.stringify({ notBefore }) };
      }
      if (url === "/internal/session-token") {
        const { cookie } = JSON.parse(body) as { cookie: string };
        this.traded.push(cookie);
        const mint = this.tokens.get(cookie);
        const token = mint ? await mint() : null;
        if (token === broken) return { status: 500, body: JSON.stringify({ error: "INTERNAL" }) };
        return { status: 200, body: JSON.stringify({ traded: token && { token } }) };
      }
      this.forwarded.push({ method, url, headers, body, viewer });
      return {
        status: 303,
        headers: { location: "/sso/next", "set-cookie": ["a=1; Path=/sso", "b=2"] },
        body: "there",
      };
    };
    this.subgraphs = {
      identity: new TestSubgraph({
        ...named("identity"),
        other: remember,
        resolvers: {
          Query: {
            me: (_: unknown, __: unknown, { viewer }: Seen) => viewer.subject && { id: viewer.subject },
          },
          Account: {
            assurance: (_: unknown, __: unknown, { viewer }: Seen) => viewer.assurance,
            language: (_: unknown, __: unknown, { viewer }: Seen) => viewer.language,
            address: (_: unknown, __: unknown, { viewer }: Seen) => viewer.address,
            roles: (_: unknown, __: unknown, { viewer }: Seen) => viewer.roles.map(({ role }) => role),
          },
        },
      }),
      roster: new TestSubgraph({
        ...named("roster"),
        other: () => ({ status: 404, body: "{}" }),
        resolvers: {
          Query: {
            students: () => [{ id: "student-1" }, { id: "student-2" }],
            schools: () => [{ code: "403601", name: "內湖國小" }],
            brokenStudent: () => ({}),
          },
          Student: {
            __resolveReference: ({ id }: { id: string }) => ({ id }),
            maskedName: ({ id }: { id: string }) => `林O${id.at(-1)}`,
            school: () => ({ code: "403601", name: "內湖國小" }),
          },
          School: { students: () => [{ id: "student-1" }] },
        },
      }),
      binding: new TestSubgraph({
        ...named("binding"),
        other: remember,
        resolvers: {
          Query: {
            hello: async () => {
              this.waiting += 1;
              await this.#gate;
              this.waiting -= 1;
              return "hello";
            },
          },
        },
      }),
      payments: new TestSubgraph({
        ...named("payments"),
        other: ({ url }, body) => {
          const answer =
            url === "/internal/event-metrics"
              ? this.eventMetrics
              : this.feed.news((JSON.parse(body) as { since: string | null }).since);
          return { status: 200, body: JSON.stringify(answer) };
        },
        resolvers: {
          Query: {
            billNotices: (_: unknown, page: object, { viewer }: Seen) => this.feed.page(viewer.subject, page),
            bills: (_: unknown, { first }: { first: number }) =>
              Array.from({ length: first }, (__, index) => ({
                id: `bill-${index}`,
                amount: 1,
                student: { id: "student-1" },
              })),
            bill: (_: unknown, { id }: { id: string }) => ({
              id,
              amount: 1,
              student: { id: "student-1" },
            }),
            refusing: () => {
              throw new GraphQLError("This bill is already paid.", {
                extensions: { code: "ALREADY_PAID", retryAfterSeconds: 5, traceId: "theirs" },
              });
            },
            failing: () => {
              throw new Error("connection to 10.0.0.7 refused for user secret");
            },
          },
          Mutation: {
            pay: async (_: unknown, { amount }: { amount: number }) => {
              this.paid += 1;
              await this.#gate;
              return amount;
            },
          },
          Subscription: {
            struck: {
              subscribe: (_: unknown, { on }: { on: string }, { viewer }: Seen) => {
                if (on === "forbidden")
                  throw new GraphQLError("Not for you.", { extensions: { code: "FORBIDDEN" } });
                return this.broadcasts.subscribe(on, (strike) => ({
                  struck: { student: { id: "student-1" }, for: viewer.subject, ...strike },
                }));
              },
            },
          },
          Bill: {
            __resolveReference: ({ id }: { id: string }) => ({
              id,
              amount: 100,
              student: { id: "student-1" },
            }),
          },
        },
      }),
    };
  }

  /** Until the returned function is called, greetings and payments are begun and not answered. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return resolve;
  }

  static async start(): Promise<TestWorld> {
    const world = new TestWorld();
    await Promise.all(Object.values(world.subgraphs).map((subgraph) => subgraph.start()));
    return world;
  }

  compose(): string {
    const { supergraphSdl, errors } = composeServices(
      Object.values(this.subgraphs).map(({ options: { name }, url, typeDefs }) => ({ name, url, typeDefs })),
    );
    if (!supergraphSdl) throw new Error(String(errors));
    return supergraphSdl;
  }

  /** A further copy of the gateway. */
  async gateway(settings: Partial<GatewaySettings> = {}): Promise<Gateway> {
    const gateway = await createGateway({
      mode: "test",
      publicUrl,
      supergraph: { sdl: this.compose() },
      keys,
      logLevel: "silent",
      ...settings,
      tails: { slowIntervalMs: 50, retryMs: 50, pageSize: 3, ...settings.tails },
    });
    this.#gateways.push(gateway);
    return gateway;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#gateways.map((gateway) => gateway.stop()));
    await Promise.all(Object.values(this.subgraphs).map((subgraph) => subgraph.stop()));
  }
}
