export type Language = "zh-TW" | "en";

/** A catalogue in every language: a word that one of them lacks does not compile. */
export type Catalogue<Words> = Readonly<Record<Language, Words>>;
