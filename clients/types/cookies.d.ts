/** The cookies of one sign-in: enough for pages that set, change and drop them, by path. */
export declare class Cookies {
    #private;
    /** What a browser would send to this address. */
    headerFor({ pathname }: URL): string;
    keep(headers: Headers): void;
}
