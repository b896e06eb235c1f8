import { CommandRefused, runCommand, runningSubgraphs, type Subgraphs } from "./ask-subgraph.js";

const usage =
  "npm run appoint -- <email> <REGISTRAR | CASHIER | IT | BUREAU> [school code], " +
  "such as: npm run appoint -- office@school.example REGISTRAR 403601";

interface Answer {
  outcome: "APPOINTED" | "HELD_ALREADY";
  signInUrl: string;
}

/** `npm run appoint`: the first people of an empty city, until one of the IT office or the bureau has signed in. */
async function appoint([email, role, schoolCode = null, ...more]: readonly (string | null)[]): Promise<void> {
  if (!email || !role || more.length > 0) throw new CommandRefused(usage);
  const subgraphs = runningSubgraphs(process.env);
  const school = schoolCode === null ? null : await schoolOf(subgraphs, schoolCode);
  const { outcome, signInUrl } = await subgraphs.ask<Answer>("identity", "/internal/appoint-first-staff", {
    email,
    role: role.toUpperCase(),
    schoolCode,
  });
  const what = `${role.toUpperCase()}${school ? ` of ${school.name} (${school.code})` : ""}`;
  process.stdout.write(
    outcome === "APPOINTED"
      ? `${email} is ${what}. A mail says so; they sign in at ${signInUrl} by “Forgot password, or first sign-in”.\n`
      : `${email} is ${what} already. Nothing was changed, and no mail sent.\n`,
  );
}

interface School {
  code: string;
  name: string;
}

/** Roster alone knows the schools; a mistyped code must not make somebody the registrar of nowhere. */
async function schoolOf(subgraphs: Subgraphs, code: string): Promise<School> {
  const query = "{ schools { code name } }";
  const { data } = await subgraphs.ask<{ data: { schools: School[] } }>("roster", "/graphql", { query });
  const school = data.schools.find((each) => each.code === code);
  if (school) return school;
  throw new CommandRefused(
    `The city has no school ${code}. npm run schools lists those it has, and enters others.`,
  );
}

await runCommand(() => appoint(process.argv.slice(2)));
