/** What must be refused before it costs a fetch, and by which code. */
export interface Abusive {
  name: string;
  body: string;
  /** Null: too large for a message, so that the HTTP server or the socket itself closes on it. */
  code: string | null;
}

const repeated = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");

/** Fields within fields, four at a time. */
const nested = (times: number): string =>
  times === 0 ? "id" : `student { bills(first: 1) { edges { node { ${nested(times - 1)} } } } }`;

const drawings =
  "paymentOptions { ... on AtmOption { twqr { svg } } ... on ConvenienceStoreOption { barcodes } }";

const abuses: readonly (readonly [name: string, query: string, code: string | null])[] = [
  ["fifty deep", `{ myBindings { ${nested(12)} } }`, "QUERY_TOO_DEEP"],
  ["ten thousand aliases", `{ ${repeated(10_000, (index) => `a${index}: __typename`)} }`, "TOO_MANY_TOKENS"],
  [
    "a thousand fragments",
    `{ ...F0 } ${repeated(1_000, (index) => `fragment F${index} on Query { ...F${index + 1} }`)}`,
    "TOO_MANY_TOKENS",
  ],
  [
    "drawings under 28 names",
    `{ ${repeated(28, (index) => `a${index}: myBills(first: 2) { edges { node { ${drawings} } } }`)} }`,
    "QUERY_TOO_COSTLY",
  ],
  ["a megabyte", `{ __typename } #${"x".repeat(1024 * 1024)}`, null],
];

export const abusive: readonly Abusive[] = abuses.map(([name, query, code]) => ({
  name,
  body: JSON.stringify({ query }),
  code,
}));
