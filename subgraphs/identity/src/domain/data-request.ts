/** Who keeps something about a person: each has a part in the file. */
export const dataSources = ["identity", "roster", "binding", "payments"] as const;
export type DataSource = (typeof dataSources)[number];

export type DataFileFormat = "HTML" | "JSON";

/** Everything that is kept about a person, by who keeps it. */
export type DataFile = Readonly<Record<DataSource, object>> & { readonly gatheredAt: string };

const dayMs = 24 * 60 * 60_000;

/** How often a person may ask. **Own rule:** what is kept hardly changes within a day. */
export const askAgainMs = dayMs;
/** How long a file that is ready can be fetched. */
export const fileKeptMs = 7 * dayMs;
/** How long the subgraphs have to answer, however long one is away: by then the person asks anew (個資法 §13: 15 days). */
export const gatheringMs = 15 * dayMs;
/** How long a link to the file is good, once. */
export const linkLifeMs = 60_000;

/** How far a request for one's data has come. */
export interface DataRequest {
  id: string;
  askedAt: Date;
  /** How many of the sources have answered. */
  gathered: number;
  readyAt: Date | null;
  /** When the file goes; null while it is being gathered. */
  expiresAt: Date | null;
}

/** Where a link leads; `?link=` holds its secret. */
export const dataFilePath = "/session/data-file";
