import type { GraphQLResponse } from "@apollo/server";
import type { Viewer, Withdrawal } from "@campus-graph/kit/auth/viewer";
import type { DocumentNode, GraphQLSchema, OperationTypeNode } from "graphql";
import type { Reader } from "../errors/present-error.js";
import type { PassedHeaders } from "../subgraphs/passed-headers.js";
import type { AddressAndLanguage, Authenticated } from "../viewer/authenticate.js";
import type { Credentials } from "../viewer/credentials.js";

/** What a request proves its viewer by; a socket or event stream has proved its own when it opened. */
export type CallCredentials =
  | { credentials: Credentials; addressAndLanguage: AddressAndLanguage }
  | { authenticated: Authenticated };

/** An operation that may run: parsed, within limits, valid, and its viewer known. */
export interface PreparedOperation {
  kind: OperationTypeNode;
  schema: GraphQLSchema;
  document: DocumentNode;
  source: string;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  authenticated: Authenticated;
  /** Aborted when the client has disconnected. */
  disconnected: AbortSignal;
  /** Headers of the client's request that go along with its fetches. */
  headers: PassedHeaders | undefined;
}

/** One operation on its way through Apollo Server: what our plugins share about it. */
export class OperationCall {
  readonly began = performance.now();
  /** Set once the operation may run. */
  viewer: Viewer | null = null;
  authenticated: Authenticated | null = null;
  kind: OperationTypeNode | null = null;
  prepared: PreparedOperation | null = null;
  /** Whether its answer is the same whoever asks. */
  isPublic = false;
  /** What was taken from the viewer when the executor last looked; undefined: it did not run. */
  revocations: readonly Withdrawal[] | null | undefined;
  /** Set once the answer is final. Unset: Apollo Server refused the request before it called its plugins. */
  response: GraphQLResponse | null = null;

  constructor(
    readonly transport: "http" | "socket",
    readonly reader: Reader,
    readonly credentials: CallCredentials,
    /** Aborted when the client has disconnected. */
    readonly disconnected: AbortSignal,
    /** The `accept` header, and the media type that was chosen by it. */
    readonly accept: string | undefined = undefined,
    readonly mediaType: string | null = null,
    /** Headers of the client's request that go along with its fetches. */
    readonly headers: PassedHeaders | undefined = undefined,
  ) {}

  /** Lets go of the answer, which Apollo's request context would otherwise keep through a collection or two. */
  release(): void {
    if (this.response) this.response.body = { kind: "single", singleResult: {} };
  }
}

/** Apollo Server's context value. It clones this for each request, so what changes is one object further in. */
export class OperationContext {
  constructor(readonly call: OperationCall) {}
}
