import type { Gateway } from "../gateway.js";

export interface Answer {
  status: number;
  headers: Headers;
  data: Record<string, unknown> | null | undefined;
  errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}

interface RequestOptions {
  variables?: object;
  token?: string | undefined;
  headers?: Record<string, string>;
}

/** Posts an operation to a gateway. */
export async function execute(
  { url }: Gateway,
  query: string,
  { variables, token, headers }: RequestOptions = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "accept-language": "en",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = (await response.json()) as Partial<Answer>;
  return { status: response.status, headers: response.headers, data, errors };
}

export const codesOf = ({ errors }: Pick<Answer, "errors">): unknown[] =>
  errors.map(({ extensions }) => extensions.code);
