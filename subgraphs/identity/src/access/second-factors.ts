import { freshSecondFactor, type Rule, signedIn } from "@campus-graph/kit/auth/permissions";
import { hasRole } from "@campus-graph/kit/auth/viewer";
import { isId } from "@campus-graph/kit/sql/id";
import type { IdentityContext, IdentityServices } from "../context.js";
import { hasEnrolled } from "../persistence/second-factors.js";

/** A person with an account, not a partner's program. */
const person: Rule<IdentityServices> = {
  says: "signed in to an account",
  allows: (access) => {
    const { viewer } = access;
    return isId(viewer.subject ?? "") && !hasRole(viewer, "PARTNER") && signedIn.allows(access);
  },
};

const withFresh = freshSecondFactor<IdentityServices>(person);

/** The first second factor needs none to begin with; any further one does. What was waived counts only for the first. */
export const mayEnrolSecondFactor: Rule<IdentityServices> = {
  says: `${person.says}; with a second factor given within five minutes where there is one already`,
  allows: async (access) => {
    const verdict = await person.allows(access);
    const context = access.context as IdentityContext;
    if (verdict !== true || !(await hasEnrolled(context, access.viewer.subject ?? ""))) return verdict;
    return access.viewer.secondFactor === "waived" ? "stale" : withFresh.allows(access);
  },
};
