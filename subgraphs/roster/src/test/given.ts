import { anonymous, type Viewer, type ViewerRole } from "@campus-graph/kit/auth/viewer";
import type { SettableClock } from "@campus-graph/kit/ops/clock";
import { keysOf, openAlone, SubgraphAlone } from "../../../../test/harness/subgraph-alone.js";
import type { RosterConfig } from "../config.js";
import { createRoster } from "../subgraph.js";

export const keys = keysOf("roster");

/** Roster alone, on a database of its own that holds the city's schools and nothing else. */
export async function startRoster({ clock }: { clock?: SettableClock } = {}): Promise<Roster> {
  return new Roster(
    await openAlone<RosterConfig, unknown>({
      name: "roster",
      create: createRoster,
      config: (common) => common,
      clock,
    }),
  );
}

export class Roster extends SubgraphAlone {
  /** Looks one entity up as another subgraph's plan would. */
  async entity(viewer: Viewer, { __typename, ...key }: { __typename: string }, fields: string) {
    const { entities, errors } = await this.entities(viewer, __typename, [key], fields);
    return { entity: entities[0], errors };
  }

  /** Holds these students' rows, as an import that is under way does, while something else is tried. */
  async whileLocked(condition: string, act: () => Promise<void>): Promise<void> {
    await this.running.database.em.fork().transactional(async (importing) => {
      await importing.execute("set local transaction_timeout = 0");
      await importing.execute(`select 1 as one from student where ${condition} for update`);
      await act();
    });
  }

  /** Hands a sheet in as somebody who means it: that students leave, or are called otherwise, is confirmed. */
  async importSheet(viewer: Viewer, content: string, options: ImportOptions = {}) {
    const answer = await this.handIn(viewer, content, options);
    const questions: { code: string; confirmation: string | null }[] = answer.problems ?? [];
    const isMeant = questions.every(({ code }) => ["LEAVERS_UNCONFIRMED", "PERSON_CHANGED"].includes(code));
    if (questions.length === 0 || !isMeant) return answer;
    const confirmations = questions.flatMap(({ confirmation }) => confirmation ?? []);
    return this.handIn(viewer, content, { ...options, confirmLeavers: answer.left, confirmations });
  }

  /** Hands a sheet in once, and gives what was answered. */
  async handIn(viewer: Viewer, content: string, { schoolCode = neihu, ...options }: ImportOptions = {}) {
    const { data, errors } = await this.execute(viewer, importRoster, {
      input: { schoolCode, format: "CLASS_SHEET_CSV", content, ...options },
    });
    return { ...data?.importRoster, errors };
  }
}

export interface ImportOptions {
  schoolCode?: string;
  dryRun?: boolean;
  confirmLeavers?: number;
  confirmations?: string[];
  keepBefore?: boolean;
  removeClasses?: string[];
}

const importRoster = `mutation ($input: ImportRosterInput!) {
  importRoster(input: $input) { added changed moved left coming changing moving leaving newClasses endingClasses applied before problemCount problems { line column code message severity confirmation } }
}`;

/** 市立內湖國小 and 市立金華國小. */
export const neihu = "403601";
export const jinhua = "333606";

function signedInAs(subject: string, ...roles: ViewerRole[]): Viewer {
  return {
    ...anonymous,
    subject,
    session: `session of ${subject}`,
    assurance: "signed-in",
    roles,
    language: "en",
  };
}

export const registrar = signedInAs("registrar", { role: "REGISTRAR", schoolCode: neihu });
export const registrarOfJinhua = signedInAs("registrar of 金華", { role: "REGISTRAR", schoolCode: jinhua });
export const cashier = signedInAs("cashier", { role: "CASHIER", schoolCode: neihu });
export const itOffice = signedInAs("it office", { role: "IT", schoolCode: neihu });
export const itOfJinhua = signedInAs("it of 金華", { role: "IT", schoolCode: jinhua });
export const bureau = signedInAs("bureau", { role: "BUREAU" });
export const teacher = signedInAs("teacher", { role: "TEACHER", schoolCode: neihu });
export const otherTeacher = signedInAs("other teacher", { role: "TEACHER", schoolCode: neihu });
export const guardian = signedInAs("guardian", { role: "GUARDIAN" });
export const otherGuardian = signedInAs("stranger", { role: "GUARDIAN" });
export const applicant: Viewer = {
  ...anonymous,
  subject: "applicant",
  assurance: "applicant",
  language: "en",
};
/** The applicant's token once it is good for one application alone. */
export const narrowed: Viewer = { ...applicant, applicationId: "an application" };
export const wallet: Viewer = { ...signedInAs("wallet", { role: "PARTNER" }), clientId: "wallet" };
export const newcomer: Viewer = { ...anonymous, subject: "newcomer", assurance: "must-change-password" };
