import type { Role } from "@campus-graph/kit/auth/viewer";

/** That somebody was shown what screens hide, as the person whom it concerns reads it. */
export interface Disclosure {
  id: string;
  at: Date;
  bySubjectId: string;
  /** Their name; null where there is no such account any more. */
  by: string | null;
  role: Role;
  what: string;
  reason: string | null;
}
