export declare function buildApps(print?: (sentence: string) => void): Promise<void>;
