import type { IdentityContext } from "../context.js";

export async function keepSchool({ em }: IdentityContext, code: string): Promise<void> {
  await em.execute("insert into school (code) values (?) on conflict do nothing", [code]);
}

export async function removeSchool({ em }: IdentityContext, code: string): Promise<void> {
  await em.execute("delete from school where code = ?", [code]);
}

/** Whether roster has told of the school. */
export async function isSchool({ em }: IdentityContext, code: string): Promise<boolean> {
  return (await em.execute("select 1 from school where code = ?", [code])).length > 0;
}
