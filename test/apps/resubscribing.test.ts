import type { Session } from "@campus-graph/clients/session";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApolloClient } from "../../clients/guide/resubscribing/apollo.js";
import { createGraphSocket } from "../../clients/guide/resubscribing/graphql-ws.js";
import { createUrqlClient } from "../../clients/guide/resubscribing/urql.js";
import { as, signInTo } from "../harness/as.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { childOf, children, issueBill } from "../journeys/given.js";

const list = "query Inbox { billNotices(last: 1) { pageInfo { endCursor } } }";
const tail =
  "subscription Live($after: Cursor) { billNotice(after: $after) { id cursor bill { id title } } }";

type Inbox = { billNotices: { pageInfo: { endCursor: string } } };
type Live = { billNotice: { bill: { title: string } } };

/** One client library: where the list ends, and each title that its subscription delivers. */
interface Subject {
  name: string;
  begin(
    url: string,
    session: Session,
    receive: (title: string) => void,
    failed: (cause: unknown) => void,
  ): Promise<void>;
}

const subjects: readonly Subject[] = [
  {
    name: "graphql-ws",
    async begin(url, session, receive, failed) {
      const socket = createGraphSocket(url, session);
      const inbox = socket.iterate<Inbox>({ query: list });
      const after = (await inbox.next()).value.data.billNotices.pageInfo.endCursor;
      socket.subscribe<Live>(
        { query: tail, variables: { after } },
        {
          next: ({ data }) => receive(data!.billNotice.bill.title),
          error: failed,
          complete: () => failed("ended"),
        },
      );
    },
  },
  {
    name: "graphql-ws, iterated",
    async begin(url, session, receive, failed) {
      const socket = createGraphSocket(url, session);
      const inbox = socket.iterate<Inbox>({ query: list });
      const after = (await inbox.next()).value.data.billNotices.pageInfo.endCursor;
      (async () => {
        for await (const { data } of socket.iterate<Live>({ query: tail, variables: { after } }))
          receive(data!.billNotice.bill.title);
      })().catch(failed);
    },
  },
  {
    name: "urql",
    async begin(url, session, receive, failed) {
      const client = createUrqlClient(url, session);
      const { data, error } = await client.query<Inbox>(list, {}).toPromise();
      if (!data) throw error;
      const { endCursor } = data.billNotices.pageInfo;
      client.subscription<Live>(tail, { after: endCursor }).subscribe((result) => {
        if (result.error) failed(result.error);
        else receive(result.data!.billNotice.bill.title);
      });
    },
  },
  {
    name: "Apollo Client",
    async begin(url, session, receive, failed) {
      const client = createApolloClient(url, session);
      const { data } = await client.query<Inbox>({ query: parse(list) });
      const { endCursor } = data!.billNotices.pageInfo;
      client.subscribe<Live>({ query: parse(tail), variables: { after: endCursor } }).subscribe({
        next: (result) => (result.data ? receive(result.data.billNotice.bill.title) : failed(result.error)),
        error: failed,
      });
    },
  },
];

describe("the guide's ways to subscribe, each over a socket that is cut again and again", () => {
  let graph: Graph;
  let bill: (title: string) => Promise<unknown>;
  beforeAll(async () => {
    graph = await startGraph({ demoCity: true, gateways: 2 });
    await using guardian = await as(graph, "guardian@campus.example");
    const child = await childOf(guardian, children.younger);
    const cashier = await as(graph, "cashier@campus.example", [graph.urls[1]!]);
    bill = (title) => issueBill(cashier, child, title);
  });
  afterAll(() => graph?.[Symbol.asyncDispose]());

  it("tell each notice once, in order, none missed and none again, with every client", async () => {
    const received = new Map(subjects.map(({ name }) => [name, [] as string[]]));
    let wake = () => {};
    const failures: unknown[] = [];
    for (const { name, begin } of subjects)
      await begin(
        graph.publicUrl,
        await signInTo(graph, "guardian@campus.example"),
        (title) => {
          received.get(name)!.push(title);
          wake();
        },
        (cause) => {
          failures.push(cause);
          wake();
        },
      );
    const expected: string[] = [];
    const allHave = async () => {
      while ([...received.values()].some(({ length }) => length < expected.length) && failures.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      expect(failures).toEqual([]);
      expect(Object.fromEntries(received)).toEqual(
        Object.fromEntries(subjects.map(({ name }) => [name, expected])),
      );
    };
    const issue = async (title: string) => {
      await bill(title);
      expected.push(title);
    };
    await issue("before");
    await allHave();
    let copy = 0;
    for (const cut of [1, 2, 3]) {
      await graph.stopGateway(copy);
      await issue(`during cut ${cut}`);
      await issue(`still during cut ${cut}`);
      await graph.startGateway(Number(new URL(graph.publicUrl).port));
      copy = graph.urls.length - 1;
      await issue(`after cut ${cut}`);
      await allHave();
    }
  });
});
