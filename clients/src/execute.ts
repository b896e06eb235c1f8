import { nameOf } from "./document.js";
import { type GraphError, Unreachable } from "./failure.js";

/** What one request is made of. */
export interface GraphRequest {
  url: string;
  token: string | undefined;
  language: string;
  operation: { toString(): string };
  variables: object | undefined;
  /** However long it takes, when absent. */
  timeoutMs?: number | undefined;
}

/** What came back: data, errors, or both. */
export interface GraphResponse<Data> {
  data: Data | null;
  errors: readonly GraphError[];
}

/** One operation by one HTTP request. Throws `Unreachable` when nothing, or not the graph, answers. */
export async function execute<Data>(question: GraphRequest): Promise<GraphResponse<Data>> {
  const { url } = question;
  const { status, text } = await send(question).catch((error: Error) => {
    const reason = (error.cause as { code?: string } | undefined)?.code ?? error.message;
    throw new Unreachable(`${url} cannot be reached (${reason}).`, reason !== "ECONNREFUSED", {
      cause: error,
    });
  });
  const body = parseAnswer<Data>(text);
  if (!body) throw new Unreachable(`${url} answered ${status}, not as a graph: ${text.slice(0, 200)}`, true);
  return { data: body.data ?? null, errors: body.errors ?? [] };
}

/** The whole answer: one that breaks off in its midst is as lost as one that never came. */
async function send({ url, token, language, operation, variables, timeoutMs }: GraphRequest) {
  const response = await fetch(new URL("/graphql", url), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
      "accept-language": language,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query: operation.toString(), operationName: nameOf(operation), variables }),
    ...(timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) }),
  });
  return { status: response.status, text: await response.text() };
}

function parseAnswer<Data>(text: string): Partial<GraphResponse<Data>> | undefined {
  try {
    const body = JSON.parse(text) as Partial<GraphResponse<Data>> | null;
    return body && typeof body === "object" && ("data" in body || "errors" in body) ? body : undefined;
  } catch {
    return undefined;
  }
}
