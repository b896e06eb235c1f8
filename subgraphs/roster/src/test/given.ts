import { join } from "node:path";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { anonymous, signRequest, type Viewer, type ViewerRole } from "@campus-graph/kit/auth/viewer";
import type { SentEvent } from "@campus-graph/kit/events/event";
import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { newId } from "@campus-graph/kit/sql/id";
import type { RunningSubgraph, SubgraphOptions } from "@campus-graph/kit/subgraph";
import type { CampusEvents, CampusEventType } from "@campus-graph/schema/events";
import { inject } from "vitest";
import { createDatabase } from "../../../../test/harness/postgres.js";
import { ofRequests } from "../../../../test/harness/statements.js";
import type { RosterConfig } from "../config.js";
import { createRoster } from "../subgraph.js";

export const keysOfRoster = () => readKeys(join(inject("keysFolder"), "roster.json"));

function configOf(urls: { roster: string; bus: string }): RosterConfig {
  return {
    mode: "test",
    host: "127.0.0.1",
    port: 0,
    databaseUrl: urls.roster,
    busUrl: urls.bus,
    publicUrl: "http://localhost:4000",
    keys: keysOfRoster(),
    logLevel: "silent",
    demoCity: false,
  };
}

/** Roster alone, on a database of its own that holds the city's schools and nothing else. */
export async function startRoster(options: SubgraphOptions = {}): Promise<Roster> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(
    await createDatabase({
      name: "roster migrated",
      prepare: async ({ urls }) => (await createRoster(configOf(urls))).stop(),
    }),
  );
  const running = await createRoster(configOf(database.urls), options);
  stack.defer(() => running.stop());
  const bus = new PostgresBus(database.urls.bus);
  stack.defer(() => bus.close());
  return new Roster(running, bus, () => createRoster(configOf(database.urls), options), stack.move());
}

/** Keeps the statements that requests cost. */
export function recordStatements() {
  const sent: string[] = [];
  return {
    onStatement: ofRequests((sql) => sent.push(sql.replace(/\[took.*$/, ""))),
    /** The statements sent since the last call. */
    take: () => sent.splice(0),
  };
}

/** What came back for one operation. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever shape they asked for
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export class Roster {
  constructor(
    readonly running: RunningSubgraph,
    readonly bus: PostgresBus,
    private readonly startAgain: () => Promise<RunningSubgraph>,
    readonly stack: AsyncDisposableStack,
  ) {}

  /** Another roster on the same database: a second copy, or the same one started anew. */
  async copy(): Promise<RunningSubgraph> {
    const running = await this.startAgain();
    this.stack.defer(() => running.stop());
    return running;
  }

  /** Asks as the gateway would, signed for this viewer. */
  async execute(viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const body = JSON.stringify({ query, variables });
    const parts = { audience: "roster", method: "POST", path: "/graphql", body, viewer, traceId: newId() };
    const response = await fetch(`${this.running.url}/graphql`, {
      method: "POST",
      body,
      headers: signRequest(keysOfRoster().ring("viewer"), parts),
    });
    return (await response.json()) as Answer;
  }

  /** Looks an entity up as another subgraph's plan would. */
  async entity(viewer: Viewer, representation: { __typename: string }, fields: string) {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${representation.__typename} { ${fields} } } }`;
    const { data, errors } = await this.execute(viewer, query, { of: [representation] });
    return { entity: data._entities[0], errors };
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
    const asked: { code: string; confirmation: string | null }[] = answer.problems ?? [];
    const isMeant = asked.every(({ code }) => ["LEAVERS_UNCONFIRMED", "PERSON_CHANGED"].includes(code));
    if (asked.length === 0 || !isMeant) return answer;
    const confirmations = asked.flatMap(({ confirmation }) => confirmation ?? []);
    return this.handIn(viewer, content, { ...options, confirmLeavers: answer.left, confirmations });
  }

  /** Hands a sheet in once, and gives what was answered. */
  async handIn(viewer: Viewer, content: string, { schoolCode = neihu, ...options }: ImportOptions = {}) {
    const { data, errors } = await this.execute(viewer, importRoster, {
      input: { schoolCode, format: "CLASS_SHEET_CSV", content, ...options },
    });
    return { ...data?.importRoster, errors };
  }

  /** Delivers an event of another subgraph, and roster has reacted. */
  async deliver<T extends CampusEventType>(type: T, key: string, payload: CampusEvents[T]): Promise<void> {
    const source = type.split(".")[0]!;
    const head = await this.bus.head(source);
    const event: SentEvent = {
      source,
      epoch: 1,
      position: (head?.position ?? 0) + 1,
      id: newId(),
      type,
      key,
      payload,
      occurredAt: new Date(),
    };
    await this.bus.publish([event]);
    await this.running.settle();
  }

  /** Everything of these types that roster has published so far. */
  async published<T extends CampusEventType>(
    ...types: T[]
  ): Promise<{ type: T; payload: CampusEvents[T] }[]> {
    await this.running.settle();
    const published = await this.rows<{ type: T; payload: CampusEvents[T] }>(
      "select type, payload from outbox order by serial",
    );
    return published.filter(({ type }) => types.includes(type));
  }

  async rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.running.database.em.fork().execute<T[]>(sql, parameters);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stack.disposeAsync();
  }
}

export interface ImportOptions {
  schoolCode?: string;
  dryRun?: boolean;
  confirmLeavers?: number;
  confirmations?: string[];
  keepBefore?: boolean;
}

const importRoster = `mutation ($input: ImportRosterInput!) {
  importRoster(input: $input) { added changed moved left coming changing moving leaving applied before problemCount problems { line column code message severity confirmation } }
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
export const teacher = signedInAs("teacher", { role: "TEACHER", schoolCode: neihu });
export const otherTeacher = signedInAs("other teacher", { role: "TEACHER", schoolCode: neihu });
export const guardian = signedInAs("guardian", { role: "GUARDIAN" });
export const stranger = signedInAs("stranger", { role: "GUARDIAN" });
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
