import { noTracing, type Tracing } from "./tracing.js";

/** Traces to an OpenTelemetry collector, e.g. http://localhost:4318; undefined: to nobody. */
export async function startTracing(service: string, collectorUrl: string | undefined): Promise<Tracing> {
  if (!collectorUrl) return noTracing;
  // OpenTelemetry's modules are many, and only they who trace should load them.
  const { traceTo } = await import("./tracing-otlp.js");
  return traceTo(service, collectorUrl);
}
