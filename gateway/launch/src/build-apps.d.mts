export declare function buildApps(say?: (sentence: string) => void): Promise<void>;
