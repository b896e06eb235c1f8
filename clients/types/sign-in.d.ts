import { Session } from "./session.js";
export interface SignInOptions {
    /** The graph's address, e.g. `http://localhost:4000`. */
    url: string;
    /** E-mail, mobile number or the name one chose. */
    login: string;
    password: string;
    /** Asked when the sign-in mails a code, as it does for an initial password. Gives back what the mail says. */
    askCode?: () => Promise<string>;
    /** The app that signs in. */
    clientId?: string;
    /** Registered for the app. It is never opened: the code is taken from the redirect that leads there. */
    redirectUri?: string;
}
/**
 * Signs a person in as their browser would: authorization code with PKCE (RFC 6749, RFC 7636), the graph's own pages
 * filled in and sent over HTTP. Throws `SignInRefused` with the page's own words.
 */
export declare function signIn(options: SignInOptions): Promise<Session>;
