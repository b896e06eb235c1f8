/** For pages: tokens come from a library of OpenID Connect, and other GraphQL clients get them by `fetchWithToken`. */
export { fetchWithToken } from "./fetch-with-token.js";
export * from "./index.js";
export { resumable } from "./resumable.js";
