import { migration } from "@campus-graph/kit/sql/migrations";

/** Staff roles have an id and their days. Those there were hold since their account was opened, and without end. */
export const staffRoles = migration("Identity0024StaffRoles", [
  `update account set roles = (
     select jsonb_agg(
       case when held->>'role' = 'GUARDIAN' or jsonb_path_exists(held, '$.id') then held
       else held || jsonb_build_object(
         'id', gen_random_uuid(), 'from', to_char(created_at at time zone 'Asia/Taipei', 'YYYY-MM-DD'),
         'until', null, 'endedFrom', null, 'appointedBy', null, 'awaitsApproval', false, 'isEndPublished', false)
       end order by place)
     from jsonb_array_elements(roles) with ordinality as one (held, place))
   where jsonb_path_exists(roles, '$[*].role')`,
  // Who is staff at all, and who holds a role at a school, without reading every guardian's account.
  `create index account_staff on account (id) where jsonb_path_exists(roles, '$[*].id')`,
  "create index account_roles on account using gin (roles jsonb_path_ops)",
]);
