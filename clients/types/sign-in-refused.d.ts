/** The sign-in said no. `code` is OAuth's own (`invalid_grant`) or the sign-in page's (`SIGN_IN_WRONG`). */
export declare class SignInRefused extends Error {
    readonly code: string;
    readonly name = "SignInRefused";
    constructor(code: string, reason: string);
}
