/** A form of one of the sign-in pages, as a browser would send it: its fields by name, with the values they came with. */
export interface Form {
    action: string;
    fields: Map<string, string>;
}
/** What the page says went wrong. */
export interface Alert {
    code: string;
    text: string;
}
/** The page's form, if it has one. The pages are the graph's own and plain, so that no parser of all HTML is needed. */
export declare function readForm(html: string): Form | undefined;
export declare function readAlert(html: string): Alert | undefined;
