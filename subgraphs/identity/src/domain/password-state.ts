/**
 * NONE: the account has no password yet. INITIAL: the one handed out. SPENT: the handed-out one opened its one
 * session, and now only proves who changes it. OWN: chosen by the person.
 */
export type PasswordState = "NONE" | "INITIAL" | "SPENT" | "OWN";

export type PasswordAct = "issue" | "spend" | "choose" | "forget";

/** What each act makes of each state; an act without an entry is not possible there. */
export const passwordStates: Readonly<Record<PasswordState, Partial<Record<PasswordAct, PasswordState>>>> = {
  NONE: { issue: "INITIAL", choose: "OWN", forget: "NONE" },
  INITIAL: { issue: "INITIAL", spend: "SPENT", choose: "OWN", forget: "NONE" },
  SPENT: { issue: "INITIAL", choose: "OWN", forget: "NONE" },
  OWN: { choose: "OWN", forget: "NONE" },
};
