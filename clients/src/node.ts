/** For programs without a browser: a person's sign-in by login and password. */
export * from "./index.js";
export { Session } from "./session.js";
export { type SignInOptions, signIn } from "./sign-in.js";
export { SignInRefused } from "./sign-in-refused.js";
