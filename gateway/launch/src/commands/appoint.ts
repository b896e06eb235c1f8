import { translatorOf } from "../sentences.js";
import { terminalLanguage } from "../terminal.js";
import { words } from "./appoint-words.js";
import { CommandRefused, runCommand, runningSubgraphs, type Subgraphs } from "./running-subgraphs.js";

const translate = translatorOf(words, terminalLanguage(process.env));

interface Answer {
  outcome: "APPOINTED" | "HELD_ALREADY";
  signInUrl: string;
}

/** `npm run appoint`: the first people of an empty city, until one of the IT office or the bureau has signed in. */
async function appoint([email, role, schoolCode = null, ...more]: readonly (string | null)[]): Promise<void> {
  if (!email || !role || more.length > 0) throw new CommandRefused(translate("usage"));
  const subgraphs = runningSubgraphs(process.env);
  const school = schoolCode === null ? null : await schoolOf(subgraphs, schoolCode);
  const { outcome, signInUrl } = await subgraphs.post<Answer>("identity", "/internal/appoint-first-staff", {
    email,
    role: role.toUpperCase(),
    schoolCode,
  });
  const sentence = outcome === "APPOINTED" ? "appointed" : "heldAlready";
  const details = { email, role: role.toUpperCase(), signInUrl };
  process.stdout.write(
    school
      ? `${translate(`${sentence}AtSchool`, { ...details, school: school.name, code: school.code })}\n`
      : `${translate(sentence, details)}\n`,
  );
}

interface School {
  code: string;
  name: string;
}

/** Roster alone knows the schools; a mistyped code must not make somebody the registrar of nowhere. */
async function schoolOf(subgraphs: Subgraphs, code: string): Promise<School> {
  const query = "{ schools { code name } }";
  const { data } = await subgraphs.post<{ data: { schools: School[] } }>("roster", "/graphql", { query });
  const school = data.schools.find((each) => each.code === code);
  if (school) return school;
  throw new CommandRefused(translate("noSchool", { code }));
}

await runCommand(() => appoint(process.argv.slice(2)));
