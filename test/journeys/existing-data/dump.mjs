// A dump without pg_dump, which the packaged PostgreSQL does not bring: the definitions as they were run, then every row.
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import pg from "pg";

const schemas = ["identity", "roster", "binding", "payments", "bus"];

/** From now on, every statement that defines something is kept, with who ran it and in which search path. */
export function recordDefinitions(url) {
  return connected(url, (client) =>
    client.query(`
      create schema recorded;
      create table recorded.definition (
        serial bigint generated always as identity, role text, search_path text, statement text, at timestamptz
      );
      create function recorded.note() returns event_trigger language plpgsql security definer as $$
      begin
        insert into recorded.definition (role, search_path, statement, at)
        values (session_user, current_setting('search_path'), current_query(), statement_timestamp());
      end $$;
      create event trigger note on ddl_command_end execute function recorded.note()`),
  );
}

/** One script: run by an administrator on a database whose roles exist, it makes the schemas and fills them. */
export function writeDump(url, file) {
  return connected(url, async (client) => {
    await client.query("drop event trigger note");
    await client.query("begin isolation level repeatable read");
    const parts = [];
    for (const schema of schemas)
      parts.push(
        `drop schema if exists ${schema} cascade`,
        `create schema ${schema} authorization campus_${schema}`,
      );
    parts.push(...(await definitions(client)));
    // Triggers and foreign keys have had their say when the rows were first written.
    parts.push("reset role", "reset search_path", "set session_replication_role = replica");
    for (const schema of schemas)
      parts.push(...(await rowsOf(client, schema)), ...(await sequencesOf(client, schema)));
    parts.push("reset session_replication_role");
    writeFileSync(file, gzipSync(`${parts.join(";\n")};\n`, { level: 9 }));
  });
}

async function definitions(client) {
  // A statement that defines several things was noted for each of them.
  const { rows } = await client.query(
    `select role, search_path, statement from recorded.definition
     where role like 'campus\\_%' and role <> 'campus_admin' and statement !~* '^create (temp|schema)'
     group by role, search_path, statement, at order by min(serial)`,
  );
  return rows.flatMap(({ role, search_path: path, statement }) => [
    `set role ${role}`,
    `set search_path = ${path}`,
    statement.trim().replace(/;$/, ""),
  ]);
}

async function rowsOf(client, schema) {
  const { rows: tables } = await client.query(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p') and not relispartition
     order by 1`,
    [schema],
  );
  const statements = [];
  for (const { name } of tables) {
    const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
    const { rows } = await client.query(`select jsonb_agg(t order by t::text)::text as rows from ${table} t`);
    statements.push(`delete from ${table}`);
    if (rows[0].rows)
      statements.push(
        `insert into ${table} overriding system value
         select * from jsonb_populate_recordset(null::${table}, ${client.escapeLiteral(rows[0].rows)})`,
      );
  }
  return statements;
}

async function sequencesOf(client, schema) {
  const { rows } = await client.query(
    `select format('select setval(%L, %s)', format('%I.%I', schemaname, sequencename), last_value) as statement
     from pg_sequences where schemaname = $1 and last_value is not null order by sequencename`,
    [schema],
  );
  return rows.map(({ statement }) => statement);
}

async function connected(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
