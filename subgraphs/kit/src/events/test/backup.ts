import pg from "pg";

/** A subgraph's data at one moment. */
export interface Backup {
  schema: string;
  tables: { name: string; rows: unknown }[];
  sequences: { name: string; last: string | null }[];
}

/** Every row of a schema, in one snapshot. */
export function takeBackup(url: string, schema: string): Promise<Backup> {
  return connected(url, async (client) => {
    await client.query("begin isolation level repeatable read");
    const { rows: found } = await client.query(
      "select tablename as name from pg_tables where schemaname = $1 order by 1",
      [schema],
    );
    const tables: Backup["tables"] = [];
    for (const { name } of found) {
      const { rows } = await client.query(
        `select coalesce(jsonb_agg(t order by t::text), '[]')::text as rows from ${schema}.${name} t`,
      );
      tables.push({ name, rows: rows[0].rows });
    }
    const { rows: sequences } = await client.query(
      "select sequencename as name, last_value as last from pg_sequences where schemaname = $1",
      [schema],
    );
    await client.query("commit");
    return { schema, tables, sequences };
  });
}

/** Puts the data into another database, whose tables are there already. */
export function restoreBackup(url: string, { schema, tables, sequences }: Backup): Promise<void> {
  return connected(url, async (client) => {
    for (const { name, rows } of tables) {
      await client.query(`truncate ${schema}.${name}`);
      await client.query(
        `insert into ${schema}.${name} overriding system value
         select * from jsonb_populate_recordset(null::${schema}.${name}, $1)`,
        [rows],
      );
    }
    for (const { name, last } of sequences)
      if (last !== null) await client.query("select setval($1, $2)", [`${schema}.${name}`, last]);
  });
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
