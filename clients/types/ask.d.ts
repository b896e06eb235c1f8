import { type GraphError } from "./failure.js";
/** What one request is made of. */
export interface Question {
    url: string;
    token: string | undefined;
    language: string;
    operation: {
        toString(): string;
    };
    variables: object | undefined;
}
/** What came back: data, errors, or both. */
export interface Answer<Data> {
    data: Data | null;
    errors: readonly GraphError[];
}
/** One operation by one HTTP request. Throws `Unreachable` when nothing, or not the graph, answers. */
export declare function ask<Data>({ url, token, language, operation, variables, }: Question): Promise<Answer<Data>>;
