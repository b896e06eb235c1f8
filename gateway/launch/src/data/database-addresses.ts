import { busName } from "../postgres/prepare-database.js";
import { words } from "../start-words.js";
import { type UserError, userErrorsOf } from "../user-error.js";

type Environment = Readonly<Record<string, string | undefined>>;

const userError = userErrorsOf(words);

/** `DATABASE_URL_ROSTER` gives roster a server of its own; the bus has `BUS_URL`. */
export function variableOf(owner: string): string {
  return owner === busName ? "BUS_URL" : `DATABASE_URL_${owner.replaceAll("-", "_").toUpperCase()}`;
}

/** Which of the given servers have no address that PostgreSQL's clients know. It may hold a password, so it is not repeated. */
export function wrongDatabaseAddresses(environment: Environment, subgraphs: readonly string[]): UserError[] {
  return ["DATABASE_URL", ...[...subgraphs, busName].map(variableOf)]
    .filter((variable) => environment[variable] && !isDatabaseAddress(environment[variable]))
    .map((variable) => userError("databaseAddress", { variable }));
}

export function isDatabaseAddress(given: string): boolean {
  return URL.canParse(given) && ["postgresql:", "postgres:"].includes(new URL(given).protocol);
}
