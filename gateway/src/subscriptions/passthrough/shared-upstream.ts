import type { Viewer } from "@campus-graph/kit/auth/viewer";
import type { ExecutionResult } from "graphql";
import type { PlannedSubscription } from "../../execution/compile-passthrough.js";
import type { PassedHeaders } from "../../subgraphs/passed-headers.js";
import { newTraceId } from "../../subgraphs/trace-id.js";
import type { RevocationList } from "../../viewer/revocation-list.js";
import { pause } from "../pause.js";
import type { TailTiming } from "../subscription-limits.js";
import { BoundedQueue, type Room } from "./bounded-queue.js";
import type { UpstreamEnd, Upstreams } from "./upstreams.js";

/** An answer on its way to a subscriber. */
export interface Delivery {
  result: ExecutionResult;
  /** Whether nothing was revoked for the viewer since the event was completed. Checked just before it is sent. */
  isCurrent(): boolean;
}

/** How a subscription ended that its client has not left. */
export type StreamEnd = Exclude<UpstreamEnd, "behind"> | "uncertain" | "overrun";

/** "renewed": whoever it is delivered to may see other things from now on. */
export type Deliveries = BoundedQueue<Delivery, StreamEnd | "renewed">;

export interface StreamOptions {
  planned: Pick<PlannedSubscription, "subgraph" | "request">;
  viewer: Viewer;
  /** Of the client's own request, for what else an event needs. */
  headers: PassedHeaders | undefined;
  /** Makes an event the answer that leaves. Never throws. */
  answer: (event: string, caller: Parameters<PlannedSubscription["complete"]>[1]) => Promise<ExecutionResult>;
  upstreams: Upstreams;
  revocations: RevocationList;
  timing: Pick<TailTiming, "retryMs" | "slowIntervalMs">;
  /** Nobody can join it any more. */
  onOver: () => void;
}

/** What may wait for its rest to be fetched, or for a slow client; the weight is in characters of JSON. */
const room: Room = { items: 100, weight: 1_000_000 };

/** How the subscription upstream ended, which may then be opened again. */
type UpstreamSubscriptionEnd = StreamEnd | "behind" | "taken";

/**
 * Streams a subgraph's events for one viewer to all of that viewer's equal subscriptions. Events are completed one
 * after another, in their order. When something is taken from the viewer, what is on its way is dropped and the
 * subscription opened anew; its subgraph lets that happen only once it has acted on what was taken.
 */
export class SharedUpstream {
  readonly #subscribers = new Set<Deliveries>();
  readonly #unsubscribed = new AbortController();
  readonly #stopListening: () => void;
  #opening: UpstreamSubscription | null = null;

  constructor(readonly options: StreamOptions) {
    const { viewer, revocations, onOver } = options;
    this.#stopListening = revocations.onRevocation((subject) => {
      if (subject === viewer.subject) this.#opening?.stop("taken");
    });
    void this.#untilItEnds().then((end) => {
      onOver();
      for (const deliveries of this.#subscribers) deliveries.end(end);
    });
  }

  /** Every event from now on. */
  join(): Deliveries {
    const deliveries = new BoundedQueue<Delivery, StreamEnd | "renewed">(room, "overrun");
    this.#subscribers.add(deliveries);
    return deliveries;
  }

  /** The last one to leave ends the subscription upstream. */
  unsubscribe(deliveries: Deliveries): void {
    deliveries.cut("complete");
    this.#subscribers.delete(deliveries);
    if (this.#subscribers.size > 0) return;
    this.#unsubscribed.abort();
    this.#opening?.stop("complete");
    this.#stopListening();
    this.options.onOver();
  }

  async #untilItEnds(): Promise<StreamEnd> {
    const { viewer, revocations, timing } = this.options;
    const { signal } = this.#unsubscribed;
    for (let failures = 0; !signal.aborted; ) {
      const taken = viewer.subject === null ? [] : revocations.of(viewer.subject);
      if (taken === null) return "uncertain";
      this.#opening = new UpstreamSubscription(revocations, viewer.subject);
      const end = await this.#follow(
        this.#opening,
        taken.length === 0 ? viewer : { ...viewer, withdrawals: taken },
      );
      if (end !== "behind" && end !== "taken") return end;
      failures = end === "behind" ? failures + 1 : 0;
      if (failures > 0)
        await pause(Math.min(timing.retryMs * 2 ** (failures - 1), timing.slowIntervalMs), signal);
    }
    return "complete";
  }

  async #follow(upstream: UpstreamSubscription, viewer: Viewer): Promise<UpstreamSubscriptionEnd> {
    const { planned, upstreams, answer, headers } = this.options;
    const { events, signal } = upstream;
    const caller = { viewer, traceId: newTraceId(), signal, headers };
    const unsubscribe = upstreams.open(planned.subgraph, planned.request, caller, {
      onEvent: (text) => events.push(text, text.length),
      onEnd: (end) => events.end(end),
    });
    try {
      for (;;) {
        const taken = await events.take();
        if ("end" in taken) return taken.end;
        const result = await answer(taken.value, { ...caller, traceId: newTraceId() });
        if (!upstream.isCurrent()) return "taken";
        const delivery = { result, isCurrent: () => upstream.isCurrent() };
        for (const deliveries of this.#subscribers) deliveries.push(delivery, taken.value.length);
      }
    } finally {
      unsubscribe();
    }
  }
}

/** The time during which the subscription is open upstream. */
class UpstreamSubscription {
  readonly events = new BoundedQueue<string, UpstreamSubscriptionEnd>(room, "overrun");
  readonly #stopped = new AbortController();
  readonly #generation: number | null;

  constructor(
    readonly revocations: RevocationList,
    readonly subject: string | null,
  ) {
    this.#generation = revocations.generation();
  }

  /** Fires when it is stopped: what its events still need is then no longer fetched. */
  get signal(): AbortSignal {
    return this.#stopped.signal;
  }

  stop(end: UpstreamSubscriptionEnd): void {
    this.#stopped.abort();
    this.events.cut(end);
  }

  isCurrent(): boolean {
    if (this.signal.aborted) return false;
    return this.subject === null || this.revocations.generation() === this.#generation;
  }
}
