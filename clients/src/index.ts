/** What a client needs wherever it runs. Its operations stand in `./generated/operations`, what a partner signs in `./partner`. */
export { type Connection, type ConnectOptions, connect, type Exchange } from "./connect.js";
export type { Operation } from "./document.js";
export { type GraphError, GraphFailure, TailEnded, Unreachable } from "./failure.js";
export { billNotices, bindingNotices, type Feed, type NoticeOf } from "./feeds.js";
export { type Arrival, NothingCame, type Tail } from "./tail.js";
export { fixedToken, type TokenSource } from "./tokens.js";
