/** What the launcher itself reads, each with what it means to an operator; the README's table says the same. */
export const launcherVariables = {
  MODE: "`demo`, or `production`, which refuses generated keys, demo data and the open IDE",
  PORT: "where the graph is served; 4000. The subgraphs take the four ports after it, on loopback only",
  HOST: "the address to listen on; 127.0.0.1",
  PUBLIC_URL:
    "the address that browsers, tokens and mails use; production must be given it, `https://…` (on `localhost` http will do); `http://localhost:4000`",
  CAMPUS_DATA:
    "the data folder: PostgreSQL's files, the demo's keys and mail, the composed supergraph; `.campus`",
  KEYS_FOLDER:
    "production: the folder of the city's keys that `npm run keys -- <folder>` made, one file per service",
  DATABASE_URL:
    "an administrator's connection to your own PostgreSQL 18, instead of the embedded one; a role and a schema per subgraph are made there. Set `log_min_error_statement = panic` on it, or its log repeats values of failed statements",
  "DATABASE_URL_<SUBGRAPH>": "another server for one subgraph, such as `DATABASE_URL_PAYMENTS`",
  BUS_URL: "another server for the bus; by default the one that `DATABASE_URL` names",
  SMTP_URL:
    "your mail server, such as `smtps://user:password@mail.example`; production must be given one. In the demo: instead of the mailbox at `/mail`",
  LOG_LEVEL: "`warn`; `info` shows what every service does",
};
