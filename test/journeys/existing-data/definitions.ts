/** Every column, constraint, index, trigger and function of the graph's schemas, a line each. */
export const definitions = `
  with ours as (
    select pg_class.oid, nspname || '.' || relname as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and nspname in ('identity', 'roster', 'binding', 'payments', 'bus')
  )
  select format('%s.%s %s %s %s', name, attname, format_type(atttypid, atttypmod),
      case when attnotnull then 'not null' end, pg_get_expr(adbin, adrelid)) as line
    from ours join pg_attribute on attrelid = ours.oid left join pg_attrdef on adrelid = ours.oid and adnum = attnum
    where attnum > 0 and not attisdropped
  union all
  select name || ' ' || pg_get_constraintdef(pg_constraint.oid) from ours join pg_constraint on conrelid = ours.oid
  union all
  select pg_get_indexdef(indexrelid) from ours join pg_index on indrelid = ours.oid
  union all
  select pg_get_triggerdef(pg_trigger.oid) from ours join pg_trigger on tgrelid = ours.oid where not tgisinternal
  union all
  select pg_get_functiondef(pg_proc.oid) from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
    where nspname in ('identity', 'roster', 'binding', 'payments', 'bus')
  order by line`;
