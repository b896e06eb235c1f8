import type { IdentityContext } from "../context.js";
import { holderOf } from "../persistence/accounts.js";

/**
 * The viewer with what is left of their roles: a token tells of a few minutes ago, and one of them may have been ended
 * since. Their account's row stays shared until the caller's transaction ends, so that whoever ends a role waits for what
 * is being done by it, and nothing is done by it afterwards.
 */
export async function withRolesOfNow(context: IdentityContext): Promise<IdentityContext> {
  const { viewer, clock } = context;
  const account = await holderOf(context);
  if (!account) return context;
  const held = account.isDisabled ? [] : account.rolesAt(clock.now());
  const roles = viewer.roles.filter((claimed) =>
    held.some(({ role, schoolCode }) => role === claimed.role && schoolCode === claimed.schoolCode),
  );
  return { ...context, viewer: { ...viewer, roles } };
}
