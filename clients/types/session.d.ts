import type { Issuer } from "./issuer.js";
import { SignInRefused } from "./sign-in-refused.js";
import type { TokenSource } from "./tokens.js";
/** What the token endpoint answers (RFC 6749 §5.1). */
export interface TokenAnswer {
    access_token: string;
    /** Seconds. */
    expires_in: number;
    refresh_token?: string | undefined;
    id_token?: string;
}
/** A person's sign-in: gives an access token that is good now, and renews it as long as the session lasts. */
export declare class Session implements TokenSource {
    #private;
    readonly issuer: Issuer;
    readonly clientId: string;
    constructor(issuer: Issuer, clientId: string, answer: TokenAnswer);
    current(): Promise<string | undefined>;
    /** A new access token, with the rights as they are now. Undefined when the session is over. */
    renew(): Promise<string | undefined>;
    /** Ends the session everywhere: no copy of the graph takes its tokens any more. */
    signOut(): Promise<void>;
}
/** Asks the token endpoint. Throws `SignInRefused` with OAuth's error code. */
export declare function requestTokens(issuer: Issuer, grant: Record<string, string>): Promise<TokenAnswer>;
/** OAuth's way of saying no, as an error. */
export declare function refusalIn(answer: Readonly<Record<string, string>>): SignInRefused;
