/** An error as the graph sends it. */
export interface GraphError {
    readonly message: string;
    readonly path?: readonly (string | number)[] | undefined;
    readonly extensions?: {
        readonly code?: string;
        readonly traceId?: string;
    } & Readonly<Record<string, unknown>>;
}
/**
 * The graph said no, or could not say all. `code` is stable and meant for programs, `message` is a sentence for people
 * in the language asked for; `data` is what was answered all the same, null where an error's path points.
 */
export declare class GraphFailure extends Error {
    readonly errors: readonly GraphError[];
    readonly data: unknown;
    readonly name = "GraphFailure";
    readonly code: string;
    readonly path: readonly (string | number)[];
    readonly traceId: string | undefined;
    constructor(errors: readonly GraphError[], data?: unknown);
}
/** No copy of the graph could be reached, or what answered was not the graph. */
export declare class Unreachable extends Error {
    /** Whether the question may have arrived all the same, and a mutation taken effect. */
    readonly mayHaveArrived: boolean;
    readonly name = "Unreachable";
    readonly code = "UNREACHABLE";
    constructor(message: string, 
    /** Whether the question may have arrived all the same, and a mutation taken effect. */
    mayHaveArrived: boolean, options?: ErrorOptions);
}
/** The graph closed the socket for good: signed out elsewhere, locked, or not allowed at all. `closeCode` is the socket's. */
export declare class TailEnded extends Error {
    readonly closeCode: number;
    readonly code: string;
    readonly name = "TailEnded";
    constructor(closeCode: number, code: string);
}
