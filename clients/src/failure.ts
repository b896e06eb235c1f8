/** An error as the graph sends it. */
export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: { readonly code?: string; readonly traceId?: string } & Readonly<
    Record<string, unknown>
  >;
}

/**
 * The graph refused, or could answer in part only. `code` is stable and meant for programs, `message` is a sentence for people
 * in the requested language; `data` is what was answered all the same, null where an error's path points.
 */
export class GraphFailure extends Error {
  override readonly name = "GraphFailure";
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly traceId: string | undefined;

  constructor(
    readonly errors: readonly GraphError[],
    readonly data: unknown = null,
  ) {
    const [first] = errors;
    super(first?.message ?? "The graph answered neither data nor an error.");
    this.code = first?.extensions?.code ?? "UNKNOWN";
    this.path = first?.path ?? [];
    this.traceId = first?.extensions?.traceId;
  }
}

/** No copy of the graph could be reached, or what answered was not the graph. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
  readonly code = "UNREACHABLE";

  constructor(
    message: string,
    /** Whether the question may have arrived all the same, and a mutation taken effect. */
    readonly mayHaveArrived: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The graph closed the socket for good: signed out elsewhere, locked, or not allowed at all. `closeCode` is the socket's. */
export class TailEnded extends Error {
  override readonly name = "TailEnded";

  constructor(
    readonly closeCode: number,
    readonly code: string,
  ) {
    super(`The graph ended the subscription (${closeCode} ${code}).`);
  }
}
