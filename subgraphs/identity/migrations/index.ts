import { migration } from "@campus-graph/kit/sql/migrations";
import { codesBesideEachOther } from "./codes-beside-each-other.js";
import { codesFirst } from "./codes-first.js";
import { cookieSessions } from "./cookie-sessions.js";
import { endedSessions } from "./ended-sessions.js";
import { formerPersonKeys } from "./former-person-keys.js";
import { mailTables } from "./mail.js";
import { partnerTables } from "./partners.js";
import { peopleTables } from "./people.js";
import { personLinks } from "./person-links.js";
import { readModelTables } from "./read-models.js";
import { reviewedVersions } from "./reviewed-versions.js";
import { signInTables } from "./sign-in.js";
import { submittedDeclarations } from "./submitted-declarations.js";
import { tokensNotBefore } from "./tokens-not-before.js";
import { unverifiedMobiles } from "./unverified-mobiles.js";

/** In the order in which they run; a landed one is never changed. */
export const migrations = [
  migration("Identity0001People", peopleTables),
  migration("Identity0002ReadModels", readModelTables),
  migration("Identity0003Mail", mailTables),
  migration("Identity0004SignIn", signInTables),
  migration("Identity0005SubmittedDeclarations", submittedDeclarations),
  migration("Identity0006EndedSessions", endedSessions),
  migration("Identity0007Partners", partnerTables),
  migration("Identity0008CodesBesideEachOther", codesBesideEachOther),
  migration("Identity0009UnverifiedMobiles", unverifiedMobiles),
  migration("Identity0010TokensNotBefore", tokensNotBefore),
  migration("Identity0011CodesFirst", codesFirst),
  migration("Identity0012ReviewedVersions", reviewedVersions),
  migration("Identity0013PersonLinks", personLinks),
  migration("Identity0014CookieSessions", cookieSessions),
  migration("Identity0015FormerPersonKeys", formerPersonKeys),
];
