import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Planned } from "../execution/own-executor.js";
import type { SubgraphClient } from "../subgraphs/client.js";
import type { EventFigures } from "./event-figures.js";

/** The gateway's figures, in Prometheus' format. Every label is of a closed set: names of ours, never a client's. */
export interface Metrics {
  answered(transport: string, operation: string, outcome: string, tookMs: number): void;
  /** A notice went out to a subscriber of that list. */
  delivered(list: string): void;
  /** An event of that subgraph's stream went out to a subscriber. */
  streamed(subgraph: string): void;
  /** A subgraph's answer, or a field of one, was not what it should be. */
  faulty(subgraph: string, kind: string): void;
  /** A plan was made, or was there already. */
  planned(outcome: Planned): void;
  /** The same client, its fetches measured. */
  measuring(client: SubgraphClient): SubgraphClient;
  /** Everything as text, and its media type. */
  read(): Promise<{ text: string; contentType: string }>;
}

interface Options {
  openSockets: () => number;
  /** Subscriptions that subgraphs stream to this gateway. */
  openStreams: () => ReadonlyMap<string, number>;
  /** Documents that are kept, each with its plans. */
  documentsKept: () => number;
  eventFigures: () => Promise<EventFigures[]>;
}

/** Nobody asks for figures. */
export const noMetrics: Metrics = {
  answered: () => undefined,
  delivered: () => undefined,
  streamed: () => undefined,
  faulty: () => undefined,
  planned: () => undefined,
  measuring: (client) => client,
  read: async () => ({ text: "", contentType: "text/plain" }),
};

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics({ openSockets, openStreams, documentsKept, eventFigures }: Options): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const operations = new Histogram({
    name: "campus_operation_seconds",
    help: "From an operation's arrival to its answer.",
    labelNames: ["transport", "operation", "outcome"],
    buckets: seconds,
    registers,
  });
  const fetches = new Histogram({
    name: "campus_fetch_seconds",
    help: "From a fetch's start to its subgraph's answer.",
    labelNames: ["subgraph", "outcome"],
    buckets: seconds,
    registers,
  });
  const deliveries = new Counter({
    name: "campus_deliveries_total",
    help: "Notices sent to subscribers.",
    labelNames: ["list"],
    registers,
  });
  const streamed = new Counter({
    name: "campus_streamed_events_total",
    help: "Events of subgraphs' streams sent to subscribers.",
    labelNames: ["subgraph"],
    registers,
  });
  const faults = new Counter({
    name: "campus_subgraph_faults_total",
    help: "Answers of subgraphs that could not be read, and fields in them that do not fit the schema.",
    labelNames: ["subgraph", "kind"],
    registers,
  });
  const plans = new Counter({
    name: "campus_plans_total",
    help: "Operations whose plan was made, or kept from before. A changed supergraph has all of them made anew.",
    labelNames: ["outcome"],
    registers,
  });
  new Gauge({
    name: "campus_documents_kept",
    help: "Texts of operations that are kept, each with its plans.",
    registers,
    collect() {
      this.set(documentsKept());
    },
  });
  new Gauge({
    name: "campus_sockets_open",
    help: "Open sockets and event streams.",
    registers,
    collect() {
      this.set(openSockets());
    },
  });
  new Gauge({
    name: "campus_streams_open",
    help: "Subscriptions that a subgraph streams to this gateway.",
    labelNames: ["subgraph"],
    registers,
    collect() {
      for (const [subgraph, count] of openStreams()) this.set({ subgraph }, count);
    },
  });
  const showEvents = eventGauges(registers);

  const timed = async <T>(subgraph: string, fetch: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    let outcome = "lost";
    try {
      const answer = await fetch();
      outcome = "answered";
      return answer;
    } finally {
      fetches.observe({ subgraph, outcome }, (performance.now() - began) / 1_000);
    }
  };

  return {
    answered: (transport, operation, outcome, tookMs) =>
      operations.observe({ transport, operation, outcome }, tookMs / 1_000),
    delivered: (list) => deliveries.inc({ list }),
    streamed: (subgraph) => streamed.inc({ subgraph }),
    faulty: (subgraph, kind) => faults.inc({ subgraph, kind }),
    planned: (outcome) => plans.inc({ outcome }),
    measuring: (client) => ({
      ...client,
      post: (request, caller) => timed(request.subgraph, () => client.post(request, caller)),
      postForText: (request, caller) => timed(request.subgraph, () => client.postForText(request, caller)),
    }),
    async read() {
      showEvents(await eventFigures());
      return { text: await register.metrics(), contentType: register.contentType };
    },
  };
}

const perSubgraph = {
  unpublished: ["campus_events_unpublished", "Events that are committed and not yet on the bus."],
  oldestUnpublishedMs: ["campus_events_oldest_unpublished_ms", "The age of the oldest such event."],
  waiting: ["campus_events_waiting", "Events that failed and will be tried again."],
  parkedKeys: ["campus_events_parked_keys", "Keys whose events failed too often, and wait for a person."],
  oldestWriterMs: ["campus_oldest_writer_ms", "The age of the oldest transaction that has written."],
} as const;

function eventGauges(registers: Registry[]): (figures: readonly EventFigures[]) => void {
  const labelled = (name: string, help: string, labelNames: string[]) =>
    new Gauge({ name, help, labelNames, registers });
  const up = labelled("campus_subgraph_up", "Whether a subgraph told its figures: 1 or 0.", ["subgraph"]);
  const lag = labelled("campus_events_lag", "Events of a source that a subgraph has not handled.", [
    "subgraph",
    "source",
  ]);
  const gauges = Object.entries(perSubgraph).map(([figure, [name, help]]) => {
    return [figure as keyof typeof perSubgraph, labelled(name, help, ["subgraph"])] as const;
  });
  /** The figures that subgraphs count by themselves, by the name that they give. */
  const own = new Map<string, Gauge>();
  return (all) => {
    for (const { subgraph, figures: reported } of all) {
      up.set({ subgraph }, reported ? 1 : 0);
      if (!reported) continue;
      for (const [figure, gauge] of gauges) gauge.set({ subgraph }, reported[figure]);
      for (const [source, count] of Object.entries(reported.lag)) lag.set({ subgraph, source }, count);
      for (const { name, help, label, values } of reported.figures) {
        const gauge = own.get(name) ?? labelled(`campus_${name}`, help, ["subgraph", label]);
        own.set(name, gauge);
        for (const [value, count] of Object.entries(values)) gauge.set({ subgraph, [label]: value }, count);
      }
    }
  };
}
