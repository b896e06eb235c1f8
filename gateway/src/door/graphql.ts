import type { IncomingMessage, ServerResponse } from "node:http";
import { GraphQLError, type GraphQLFormattedError, getOperationAST, OperationTypeNode } from "graphql";
import {
  GatewayRefusal,
  isGatewayCode,
  notThatOperation,
  presentErrors,
  type Reader,
  statusOf,
} from "../errors.js";
import type { Answer, AnswerOperation } from "../execution/answer.js";
import type { Admit, Admitted } from "../limits/admit.js";
import type { Validate } from "../limits/validate.js";
import type { OnAnswered } from "../operator/answered.js";
import { type Authenticate, type Origin, readOrigin } from "../viewer/authenticate.js";
import { leaveUnread } from "./body.js";
import type { Handler } from "./door.js";
import { refuseForgeable } from "./forgery.js";
import { type AllowsOrigin, allowOrigin, answerPreflight, privateAnswer } from "./headers.js";
import { statusTo, wishesIn } from "./media.js";
import { holds, publicAnswer, tagOf } from "./public-answers.js";
import { readRequest } from "./read-request.js";
import { sendText } from "./send.js";
import { newTraceId, traceIdHeader } from "./trace.js";

interface Options {
  answer: AnswerOperation;
  authenticate: Authenticate;
  admit: Admit;
  validate: Validate;
  /** Whether an operation's answer is the same whoever asks. */
  isPublic: (admitted: Admitted) => boolean;
  allowsOrigin: AllowsOrigin;
  behindProxy: boolean;
  bodyBytes: number;
  /** Whether there are no users that pages of other sites could ask as: open mode's. */
  knowsNobody?: boolean;
  /** Whether errors are told as the subgraphs told them. */
  isCandid?: boolean;
  onAnswered?: OnAnswered;
  /** Called with each answer of somebody's own that a slow client has not taken yet. */
  onUnsent?: (subject: string, response: ServerResponse) => void;
  /** Answers clients that want an event stream; null: there is none. */
  stream: Handler | null;
  /** Answers browsers that want a page; null: there is none. */
  page: Handler | null;
}

/** `/graphql` over HTTP: from a request to an operation, from its answer to a response. */
export function answerGraphQL(options: Options): Handler {
  return async (request, response) => {
    if (options.page && request.method === "GET" && wantsPage(request))
      return options.page(request, response);
    allowOrigin(request, response, options.allowsOrigin);
    if (request.method === "OPTIONS") return answerPreflight(request, response);
    if (options.stream && wishesIn(request.headers.accept).wantsStream)
      return options.stream(request, response);

    const began = performance.now();
    const origin = readOrigin(request, options.behindProxy);
    const reader: Reader = {
      language: origin.language,
      traceId: newTraceId(),
      isCandid: options.isCandid === true,
    };
    const asked: Asked = { name: undefined, isPublic: false, subject: null };
    response.setHeader(traceIdHeader, reader.traceId);
    const { status, answer } = await run(request, response, asked, origin, reader, options);
    if (asked.isPublic && !answer.errors) sendPublic(request, response, answer);
    else send(request, response, status, answer);
    if (asked.subject !== null && response.writableLength > 0) options.onUnsent?.(asked.subject, response);
    options.onAnswered?.({
      transport: "http",
      operation: asked.name,
      traceId: reader.traceId,
      tookMs: performance.now() - began,
      codes: (answer.errors ?? []).map(({ extensions }) => extensions?.code),
    });
  };
}

/** What is known of the operation, as far as it could be read, and who asks. */
interface Asked {
  name: string | undefined;
  isPublic: boolean;
  subject: string | null;
}

interface Outcome {
  status: number;
  answer: Answer;
}

async function run(
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
  origin: Origin,
  reader: Reader,
  options: Options,
): Promise<Outcome> {
  try {
    if (wishesIn(request.headers.accept).answerType === null) throw new GatewayRefusal("NOT_ACCEPTABLE");
    const admitted = options.admit(await readRequest(request, options.bodyBytes));
    const { document, text, operationName, variables } = admitted;
    const operation = getOperationAST(document, operationName);
    asked.name = operation?.name?.value;
    options.validate(document);
    if (!operation) throw notThatOperation();
    if (operation.operation === OperationTypeNode.SUBSCRIPTION)
      throw new GatewayRefusal("SUBSCRIPTION_NEEDS_STREAM");
    asked.isPublic = request.method === "GET" && options.isPublic(admitted);
    refuseForgeable(request, operation.operation, asked.isPublic || options.knowsNobody === true);
    const left = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) left.abort();
    });
    const authorization = asked.isPublic ? undefined : request.headers.authorization;
    const { viewer } = await options.authenticate(authorization, origin);
    asked.subject = viewer.subject;
    const caller = { viewer, traceId: reader.traceId, signal: left.signal };
    const answer = await options.answer({ document, source: text, operationName, variables, caller }, reader);
    return { status: answer.data === undefined ? statusOfRefused(answer) : 200, answer };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error instanceof GatewayRefusal && error.code === "METHOD_NOT_ALLOWED")
      response.setHeader("allow", request.method === "GET" ? "POST" : "GET, POST");
    leaveUnread(request, response);
    const { http } = error.extensions as { http?: { status?: number } };
    return { status: http?.status ?? 400, answer: { errors: presentErrors([error], reader) } };
  }
}

/** What a client can mend is a 400, unless its refusal has a status of its own. */
function statusOfRefused({ errors = [] }: Answer): number {
  const code = errors[0]?.extensions?.code;
  return isGatewayCode(code) ? statusOf(code) : 400;
}

/** Errors stand first, where whoever reads the text sees them. */
function textOf({ errors, data }: Answer): string {
  return JSON.stringify(errors ? { errors, ...(data !== undefined && { data }) } : { data });
}

function send(request: IncomingMessage, response: ServerResponse, status: number, answer: Answer): void {
  if (response.destroyed) return;
  const { accept } = request.headers;
  const told: readonly GraphQLFormattedError[] = answer.errors ?? [];
  const type = wishesIn(accept).answerType ?? wishesIn().answerType!;
  sendText(response, statusTo(accept, status, told), type, textOf(answer), privateAnswer);
}

function sendPublic(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  const text = textOf(answer);
  const tag = tagOf(text);
  response.setHeader("etag", tag);
  if (holds(request, tag)) response.writeHead(304, { "cache-control": publicAnswer }).end();
  else sendText(response, 200, wishesIn(request.headers.accept).answerType!, text, publicAnswer);
}

function wantsPage({ headers }: IncomingMessage): boolean {
  const accept = headers.accept ?? "";
  return accept.includes("text/html") && !accept.includes("json");
}
