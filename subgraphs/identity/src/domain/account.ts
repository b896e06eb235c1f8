import type { Role, ViewerRole } from "@campus-graph/kit/auth/viewer";
import { dayInTaipei, startOfDay } from "@campus-graph/kit/text/calendar";
import { type PasswordAct, type PasswordState, passwordStates } from "./password-state.js";
import { changesOf, overlap, type StaffRole, stateOf } from "./staff-role.js";

const initialPasswordLifeMs = 7 * 24 * 60 * 60_000;
const initialPasswordTries = 5;

/** What a new account starts with. `nationalId` and `contacts` are sealed for this account's row. */
export interface AccountBeginning {
  id: string;
  personKey: string | null;
  nationalId: string | null;
  contacts: string;
  roles: readonly ViewerRole[];
  createdAt: Date;
}

/**
 * Who has disabled an account: what the bureau disables, no school enables; its owner, who wishes to be here no longer,
 * alone undoes that.
 */
export type DisabledBy = "SCHOOL" | "BUREAU" | "OWNER";

/** Whose office may disable the accounts of others. */
export type DisablingOffice = Exclude<DisabledBy, "OWNER">;

/** One person's sign-on, with all their roles. Its id is the subject's that the person already was. */
export class Account {
  readonly id: string;
  readonly createdAt: Date;
  personKey: string | null;
  nationalId: string | null;
  contacts: string;
  /** Every role that was ever given, staff's with its days: {@link rolesAt} says which hold. */
  roles: readonly (ViewerRole | StaffRole)[];
  passwordHash: string | null = null;
  passwordState: PasswordState = "NONE";
  initialPasswordDiesAt: Date | null = null;
  initialPasswordFailures = 0;
  disabledAt: Date | null = null;
  disabledBy: DisabledBy | null = null;
  /** Sealed for this account's row. */
  disabledReason: string | null = null;

  constructor({ id, personKey, nationalId, contacts, roles, createdAt }: AccountBeginning) {
    this.id = id;
    this.personKey = personKey;
    this.nationalId = nationalId;
    this.contacts = contacts;
    this.roles = roles;
    this.createdAt = createdAt;
  }

  /** Until the person has chosen a password, the session can do nothing else. */
  get mustChangePassword(): boolean {
    return this.passwordState !== "OWN";
  }

  /** Nobody signs in to it, and whoever was signed in is no longer. */
  get isDisabled(): boolean {
    return this.disabledAt !== null;
  }

  disable(by: DisabledBy, sealedReason: string, at: Date): void {
    this.disabledAt ??= at;
    if (this.disabledBy !== "BUREAU" && this.disabledBy !== "OWNER") this.disabledBy = by;
    this.disabledReason = sealedReason;
  }

  enable(): void {
    this.disabledAt = null;
    this.disabledBy = null;
    this.disabledReason = null;
  }

  /** Nothing of the person is left but that there was one. `nobody`: contacts that name nobody, sealed for this row. */
  erase(nobody: string): void {
    this.personKey = null;
    this.nationalId = null;
    this.contacts = nobody;
    this.roles = [];
    this.passwordHash = null;
    this.passwordState = "NONE";
    this.initialPasswordDiesAt = null;
    this.disabledReason = null;
  }

  /** False when the role was held already. It has no days: staff are appointed. */
  grant(role: Exclude<Role, StaffRole["role"]>): boolean {
    if (this.roles.some((held) => held.role === role)) return false;
    this.roles = [...this.roles, { role }];
    return true;
  }

  /** What the person may be at that moment. What has not begun, is over or awaits approval gives nothing. */
  rolesAt(moment: Date): ViewerRole[] {
    const today = dayInTaipei(moment);
    return this.roles.flatMap((held) => {
      if (isStaffRole(held) && stateOf(held, today) !== "IN_EFFECT") return [];
      const { role, schoolCode } = held;
      return [schoolCode === undefined ? { role } : { role, schoolCode }];
    });
  }

  /** When the person's roles next change by themselves; null: never. */
  rolesChangeAfter(moment: Date): Date | null {
    const today = dayInTaipei(moment);
    const [next] = this.staffRoles
      .flatMap(changesOf)
      .filter((day) => day > today)
      .sort();
    return next === undefined ? null : startOfDay(next);
  }

  /** Those that the person holds, or will. */
  get rolesNotOver(): (ViewerRole | StaffRole)[] {
    return this.roles.filter((held) => !isStaffRole(held) || !held.isEndPublished);
  }

  get staffRoles(): StaffRole[] {
    return this.roles.filter(isStaffRole);
  }

  /** False when the person holds this role at this school on one of these days already. */
  appoint(role: StaffRole): boolean {
    if (this.staffRoles.some((held) => overlap(held, role))) return false;
    this.roles = [...this.roles, role];
    return true;
  }

  /** Puts what was changed of a staff role in its place. */
  replace(changed: StaffRole): void {
    this.roles = this.roles.map((held) => (isStaffRole(held) && held.id === changed.id ? changed : held));
  }

  issueInitialPassword(hash: string, now: Date): void {
    this.pass("issue");
    this.passwordHash = hash;
    this.initialPasswordDiesAt = new Date(now.getTime() + initialPasswordLifeMs);
    this.initialPasswordFailures = 0;
  }

  choosePassword(hash: string): void {
    this.pass("choose");
    this.passwordHash = hash;
    this.initialPasswordDiesAt = null;
  }

  /** Nothing opens the account until its person has chosen another by a code. */
  forgetPassword(): void {
    this.pass("forget");
    this.passwordHash = null;
    this.initialPasswordDiesAt = null;
  }

  /** The hash that a sign-in is compared with; null when no password opens this account now. */
  openingPassword(now: Date): string | null {
    if (this.passwordState === "OWN") return this.passwordHash;
    const alive =
      this.passwordState === "INITIAL" &&
      this.initialPasswordFailures < initialPasswordTries &&
      now < (this.initialPasswordDiesAt ?? now);
    return alive ? this.passwordHash : null;
  }

  /** A wrong try; five of them kill a password that was handed out. */
  noteFailure(): void {
    if (this.passwordState === "INITIAL") this.initialPasswordFailures++;
  }

  /** A handed-out password opens one session and never another. */
  noteSignIn(): void {
    if (this.passwordState === "INITIAL") this.pass("spend");
  }

  // Not `#pass`: the ORM makes loaded accounts without calling the constructor, which private names depend on.
  private pass(act: PasswordAct): void {
    const next = passwordStates[this.passwordState][act];
    if (!next) throw new Error(`A password that is ${this.passwordState} cannot be taken to “${act}”.`);
    this.passwordState = next;
  }
}

function isStaffRole(held: ViewerRole | StaffRole): held is StaffRole {
  return "id" in held;
}
