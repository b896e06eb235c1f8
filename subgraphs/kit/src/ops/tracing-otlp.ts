import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { type SpanOrigin, type Tracing, traceparentHeader } from "./tracing.js";

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;

/** Spans to a collector by OTLP over HTTP. Nothing is global: any number of services may trace in one process. */
export function traceTo(service: string, collectorUrl: string): Tracing {
  let nextTraceId: string | undefined;
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": `campus-${service}` }),
    // A trace bears the id that stands in answers and logs.
    idGenerator: {
      generateTraceId: () => nextTraceId ?? randomBytes(16).toString("hex"),
      generateSpanId: () => randomBytes(8).toString("hex"),
    },
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: `${collectorUrl.replace(/\/$/, "")}/v1/traces` })),
    ],
  });
  const tracer = provider.getTracer("campus");
  const running = new AsyncLocalStorage<Context>();

  const start = (name: string, { kind, traceId, parent }: SpanOrigin): { span: Span; context: Context } => {
    const above = contextOf(parent) ?? running.getStore() ?? ROOT_CONTEXT;
    nextTraceId = isTraceId(traceId) ? traceId : undefined;
    const span = tracer.startSpan(name, { kind: kinds[kind] }, above);
    return { span, context: trace.setSpan(above, span) };
  };

  return {
    async span(name, origin, work) {
      const { span, context } = start(name, origin);
      try {
        return await running.run(context, work);
      } catch (error) {
        // The message stays here: it may repeat what the request held.
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    ended(name, tookMs) {
      const above = running.getStore();
      // What runs beneath nothing, such as a relay's rounds, would be a trace of its own each time.
      if (!above) return;
      const now = Date.now();
      tracer.startSpan(name, { kind: SpanKind.CLIENT, startTime: now - tookMs }, above).end(now);
    },
    headers() {
      const above = running.getStore();
      const span = above && trace.getSpanContext(above);
      const headers: Record<string, string> = {};
      if (span) headers[traceparentHeader] = `00-${span.traceId}-${span.spanId}-01`;
      return headers;
    },
    stop: () => provider.shutdown(),
  };
}

function isTraceId(text: string | undefined): text is string {
  return text !== undefined && /^(?!0{32})[0-9a-f]{32}$/.test(text);
}

function contextOf(parent: string | undefined): Context | undefined {
  const [, traceId, spanId] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(parent ?? "") ?? [];
  if (!traceId || !spanId) return undefined;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: 1, isRemote: true });
}
