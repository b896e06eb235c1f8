import { applications } from "./0001-applications.js";
import { readModels } from "./0002-read-models.js";
import { submittedDeclarations } from "./0003-submitted-declarations.js";
import { requestOfPerson } from "./0004-request-of-person.js";
import { revocations } from "./0005-revocations.js";
import { reviewedVersions } from "./0006-reviewed-versions.js";
import { personLinks } from "./0007-person-links.js";
import { signedByCode } from "./0008-signed-by-code.js";
import { renewedPersons } from "./0009-renewed-persons.js";
import { whoseReturns } from "./0010-whose-returns.js";
import { whatACodeSigned } from "./0011-what-a-code-signed.js";
import { deputies } from "./0012-deputies.js";
import { personDataKeys } from "./0013-person-data-keys.js";

/** In the order in which they run; a landed one is never changed. */
export const migrations = [
  applications,
  readModels,
  submittedDeclarations,
  requestOfPerson,
  revocations,
  reviewedVersions,
  personLinks,
  signedByCode,
  renewedPersons,
  whoseReturns,
  whatACodeSigned,
  deputies,
  personDataKeys,
];
