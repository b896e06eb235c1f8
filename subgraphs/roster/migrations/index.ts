import type { MigrationObject } from "@mikro-orm/core";
import { tables } from "./0001-tables.js";
import { schools } from "./0002-schools.js";
import { arrivals } from "./0003-arrivals.js";
import { namesToMask } from "./0004-names-to-mask.js";
import { schoolsSought } from "./0005-schools-sought.js";
import { classesToTell } from "./0006-classes-to-tell.js";
import { personsOfAccounts } from "./0007-persons-of-accounts.js";
import { namesToMaskAgain } from "./0008-names-to-mask-again.js";
import { listedTeachers } from "./0009-listed-teachers.js";
import { removedClasses } from "./0010-removed-classes.js";
import { deputies } from "./0011-deputies.js";
import { schoolsToTell } from "./0012-schools-to-tell.js";

/** Roster's own tables and reference data, in the order in which they came. */
export const migrations: MigrationObject[] = [
  tables,
  schools,
  arrivals,
  namesToMask,
  schoolsSought,
  classesToTell,
  personsOfAccounts,
  namesToMaskAgain,
  listedTeachers,
  removedClasses,
  deputies,
  schoolsToTell,
];
