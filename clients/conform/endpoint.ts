import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type DocumentNode, type FieldNode, Kind, parse, valueFromASTUntyped } from "graphql";
import type { NotifyPaymentInput } from "../src/generated/operations.js";
import type { Notice, ProofHeader, Recorded } from "./record.js";
import type { Misbehaviour } from "./trials.js";

/** Stands before the graph, writes down what a partner does, and misbehaves where a trial wants it. */
export interface Endpoint extends AsyncDisposable {
  url: string;
  readonly recorded: Recorded;
  /** From now on this trial runs. */
  begin(trial: string, misbehave: Misbehaviour): void;
}

/** Answers to `notifyPayment`, each with what the partner finds on the wire; undefined: the city's own. */
interface RequestBody {
  query?: string;
  variables?: Record<string, unknown>;
}

export async function openEndpoint(graphUrl: string): Promise<Endpoint> {
  const recorded: Recorded = { operations: [], lookUps: [], notices: [] };
  let trial = "";
  let misbehave: Misbehaviour = () => undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const requestBody = request.url?.startsWith("/graphql") ? read(body) : {};
    const fields = requestBody.query ? fieldsOf(requestBody.query) : [];
    if (requestBody.query)
      recorded.operations.push({ query: requestBody.query, clientId: clientIdOf(request) });
    const notification = fields.find(({ name }) => name.value === "notifyPayment");
    const notice = notification && noticeOf(notification, requestBody, trial, request.headers.authorization);
    if (notice) recorded.notices.push(notice);
    const before = recorded.notices.filter((each) => each.trial === trial).length;
    const fault = notice && misbehave(before);
    if (fault?.instead) return fault.instead(response);
    const { status, type, text } = await forward(graphUrl, request, body);
    const content = read(Buffer.from(text)) as { data?: Record<string, unknown>; errors?: GraphErrorBody[] };
    if (notice) notice.answered = outcomeOf(content);
    for (const field of fields)
      if (field.name.value === "billByAccountNumber") {
        const bill = content.data?.[field.alias?.value ?? field.name.value] as
          | { amount?: number; channels?: string[] }
          | null
          | undefined;
        const { accountNumber } = argumentsOf(field, requestBody);
        recorded.lookUps.push({
          trial,
          accountNumber: String(accountNumber),
          amount: bill?.amount,
          isPayable: (bill?.channels ?? []).length > 0,
        });
      }
    if (fault?.lose) return void request.socket.destroy();
    if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    response.writeHead(status, { "content-type": type }).end(text);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      if (!response.headersSent) response.writeHead(502, { "content-type": "text/plain" });
      response.end(error.message);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    recorded,
    begin(name, how) {
      trial = name;
      misbehave = how;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface GraphErrorBody {
  extensions?: { code?: string; fault?: string; explanation?: string; field?: string };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function read(body: Buffer): RequestBody {
  try {
    return Object(JSON.parse(body.toString()));
  } catch {
    return {};
  }
}

async function forward(graphUrl: string, request: IncomingMessage, body: Buffer) {
  const {
    host: _,
    connection: __,
    "transfer-encoding": ___,
    "content-length": ____,
    ...headers
  } = request.headers;
  const answer = await fetch(new URL(request.url ?? "/", graphUrl), {
    method: request.method ?? "GET",
    headers: headers as Record<string, string>,
    redirect: "manual",
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  const type = answer.headers.get("content-type") ?? "application/json";
  return { status: answer.status, type, text: await answer.text() };
}

/** The fields at the top of all operations; none where the text is no document, which the graph will say. */
function fieldsOf(query: string): FieldNode[] {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch {
    return [];
  }
  return document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION
      ? each.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD)
      : [],
  );
}

function argumentsOf(field: FieldNode, { variables }: RequestBody): Record<string, unknown> {
  return Object.fromEntries(
    (field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
  );
}

function noticeOf(field: FieldNode, requestBody: RequestBody, trial: string, token = ""): Notice {
  const { input, proof } = argumentsOf(field, requestBody);
  return {
    trial,
    at: new Date(),
    token,
    input: Object(input) as NotifyPaymentInput,
    proof: String(proof),
    header: headerOf(String(proof)),
    answered: undefined,
  };
}

function headerOf(proof: string): ProofHeader {
  return read(Buffer.from(proof.split(".")[0] ?? "", "base64url")) as ProofHeader;
}

/** Whose token it is, by what it says of itself: whether it is good is for the graph to say. */
function clientIdOf({ headers }: IncomingMessage): string | undefined {
  const claims = read(Buffer.from(headers.authorization?.split(".")[1] ?? "", "base64url")) as {
    client_id?: string;
  };
  return claims.client_id;
}

function outcomeOf({
  data,
  errors,
}: {
  data?: Record<string, unknown>;
  errors?: GraphErrorBody[];
}): Notice["answered"] {
  const refused = errors?.[0]?.extensions;
  return refused ? { ...refused, receipt: false } : { receipt: Object.values(data ?? {})[0] != null };
}
