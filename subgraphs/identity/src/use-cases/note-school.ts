import type { IdentityContext } from "../context.js";
import { keepSchool, removeSchool } from "../persistence/schools.js";

/** From now on people can be appointed there. */
export function noteSchool(context: IdentityContext, schoolCode: string): Promise<void> {
  return keepSchool(context, schoolCode);
}

/** Nobody is appointed there any more; who is, stays. */
export function forgetSchool(context: IdentityContext, schoolCode: string): Promise<void> {
  return removeSchool(context, schoolCode);
}
