/** Where time goes, from the gateway to the SQL statement. Spans name what was done, never for whom or with what. */
export interface Tracing {
  /**
   * Runs the work as a span: beneath `parent` (a W3C `traceparent`) when given, else beneath the one that runs, else as
   * the first of a trace with that id.
   */
  span<T>(name: string, origin: SpanOrigin, work: () => Promise<T>): Promise<T>;
  /** Records something that has just ended, beneath the span that runs. */
  ended(name: string, tookMs: number): void;
  /** What a request to another service carries, so that its spans come beneath ours. */
  headers(): Record<string, string>;
  /** Sends what is left. */
  stop(): Promise<void>;
}

export interface SpanOrigin {
  kind: "server" | "client";
  /** 32 hexadecimal digits. */
  traceId?: string;
  parent?: string | undefined;
}

export const traceparentHeader = "traceparent";

/** Nobody looks, and nothing is spent on it. */
export const noTracing: Tracing = {
  span: (_name, _origin, work) => work(),
  ended: () => undefined,
  headers: () => ({}),
  stop: async () => undefined,
};
