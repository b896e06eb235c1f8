/** The later work of a subgraph, in its own schema. */
export const jobTables: readonly string[] = [
  // `next_try_at` of a job under way is the end of its claim. `payload` is null once the job is done.
  `create table job (
    id uuid primary key,
    kind text not null,
    dedupe text not null,
    payload jsonb,
    urgent boolean not null,
    created_at timestamptz not null,
    next_try_at timestamptz not null,
    tries integer not null default 0,
    done_at timestamptz,
    dead_at timestamptz,
    last_error text,
    unique (kind, dedupe)
  )`,
  `create index job_due on job ((not urgent), next_try_at) where done_at is null and dead_at is null`,
  `create index job_dead on job (dead_at) where dead_at is not null`,
];
