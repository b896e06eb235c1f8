import { withClient } from "../postgres/prepare-database.js";
import { userErrorsOf } from "../user-error.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

/** Off, each of these loses acknowledged payments when the machine dies. */
const mustBeOn = ["fsync", "full_page_writes", "synchronous_commit"];

export async function settingsOff(adminUrl: string): Promise<string[]> {
  const { rows } = await withClient(adminUrl, (client) =>
    client.query<{ name: string }>("select name from pg_settings where name = any($1) and setting = 'off'", [
      mustBeOn,
    ]),
  );
  return rows.map(({ name }) => name);
}

export async function assertDurable(adminUrl: string): Promise<void> {
  const off = await settingsOff(adminUrl);
  if (off.length === 0) return;
  throw userError("notDurable", { settings: off.join(", "), first: off[0] ?? "" });
}
