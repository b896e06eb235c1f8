/** The graph's single sign-on as one copy of the graph shows it. */
export interface Issuer {
    /** What tokens and assertions call it. */
    name: string;
    authorize: URL;
    token: URL;
    revoke: URL;
}
/** Reads the discovery document. Its endpoints are then asked for at `url` itself, which may be one copy of several. */
export declare function findIssuer(url: string): Promise<Issuer>;
