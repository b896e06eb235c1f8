import type { TokenSource } from "./tokens.js";

/** `fetch` as somebody: with the token that is good now, and once more with a new one when the graph refuses it. */
export function fetchWithToken(tokens: TokenSource): typeof fetch {
  return async (input, init) => {
    const send = (token: string | undefined) => {
      const headers = new Headers(init?.headers);
      if (token) headers.set("authorization", `Bearer ${token}`);
      return fetch(input, { ...init, headers });
    };
    const response = await send(await tokens.current());
    // A request with a token that is not good does nothing, so that sending it again repeats nothing.
    const renewed = response.status === 401 ? await tokens.renew() : undefined;
    return renewed ? send(renewed) : response;
  };
}
