import { migration } from "@campus-graph/kit/migrations";
import { endedSessions } from "./ended-sessions.js";
import { mailTables } from "./mail.js";
import { partnerTables } from "./partners.js";
import { peopleTables } from "./people.js";
import { readModelTables } from "./read-models.js";
import { signInTables } from "./sign-in.js";
import { submittedDeclarations } from "./submitted-declarations.js";

/** In the order in which they run; a landed one is never changed. */
export const migrations = [
  migration("Identity0001People", peopleTables),
  migration("Identity0002ReadModels", readModelTables),
  migration("Identity0003Mail", mailTables),
  migration("Identity0004SignIn", signInTables),
  migration("Identity0005SubmittedDeclarations", submittedDeclarations),
  migration("Identity0006EndedSessions", endedSessions),
  migration("Identity0007Partners", partnerTables),
];
