import { join } from "node:path";
import { openToken, personKey } from "@campus-graph/kit/auth/crypto";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { anonymous, signRequest, type Viewer } from "@campus-graph/kit/auth/viewer";
import type { SentEvent } from "@campus-graph/kit/events/event";
import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { readAllowedOrigins } from "@campus-graph/kit/http/origins";
import { SettableClock } from "@campus-graph/kit/ops/clock";
import { newId } from "@campus-graph/kit/sql/id";
import type { RunningSubgraph } from "@campus-graph/kit/subgraph";
import type { CampusEvents, CampusEventType } from "@campus-graph/schema/events";
import { decodeJwt } from "jose";
import { inject } from "vitest";
import { createDatabase } from "../../../../test/harness/postgres.js";
import { ofRequests } from "../../../../test/harness/statements.js";
import type { IdentityConfig } from "../config.js";
import type { IdentityContext, IdentityServices } from "../context.js";
import { bureauSignature } from "../mail/signature.js";
import { createIdentity } from "../subgraph.js";
import { Mailbox } from "./mailbox.js";

export const publicUrl = "http://campus.test";
const httpUrl = publicUrl;
/** Where the app waits for the sign-in's answer. */
export const appAddress = "https://app.campus.test/signed-in";
export const demoPassword = "correct horse battery staple";
export const keys = () => readKeys(join(inject("keysFolder"), "identity.json"));

function configOf(
  urls: { identity: string; bus: string },
  smtpUrl: string,
  publicUrl = httpUrl,
): IdentityConfig {
  return {
    mode: "test",
    host: "127.0.0.1",
    port: 0,
    databaseUrl: urls.identity,
    busUrl: urls.bus,
    publicUrl,
    keys: keys(),
    logLevel: "silent",
    demoCity: false,
    smtpUrl,
    mailFrom: "Campus <no-reply@campus.example>",
    mailConnections: 10,
    codes: { perTarget: 40, perNetwork: 200, perTenMinutes: 3_000 },
    smsProvider: null,
    smsCodes: { perTarget: 5, perTargetAndDay: 10, perNetwork: 100, perDay: 1_000 },
    quietHours: { from: "00:00", until: "00:00" },
    deliveriesPerMinute: 600,
    holidays: [],
    signature: bureauSignature,
    signInUrl: `${publicUrl}/sso`,
    demoPassword: null,
    staffNeedSecondFactor: false,
    initialPassword: "national-id-suffix",
    appRedirectUris: [appAddress],
    allowedOrigins: readAllowedOrigins({}, "demo"),
  };
}

/** Identity alone on a database of its own, with a real mail server and a clock that tests move. */
export async function startIdentity({
  demoCity = false,
  codes = {},
  partnerFromBefore,
  publicUrl = httpUrl,
  sms,
  staffNeedSecondFactor = false,
  deliveries = {},
  initialPassword = "national-id-suffix",
}: {
  staffNeedSecondFactor?: boolean;
  initialPassword?: IdentityConfig["initialPassword"];
  demoCity?: boolean;
  deliveries?: Partial<Pick<IdentityConfig, "quietHours" | "deliveriesPerMinute" | "holidays">>;
  /** Who carries text messages, and how many there may be; none are sent when absent. */
  sms?: { provider: IdentityConfig["smsProvider"]; codes?: Partial<IdentityConfig["smsCodes"]> };
  publicUrl?: string;
  partnerFromBefore?: IdentityConfig["partnerFromBefore"];
  codes?: Partial<IdentityConfig["codes"]>;
} = {}): Promise<Identity> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(
    await createDatabase({
      name: "identity migrated",
      prepare: async ({ urls }) => (await createIdentity(configOf(urls, "smtp://127.0.0.1:1"))).stop(),
    }),
  );
  const mailbox = await Mailbox.start();
  stack.defer(() => mailbox.stop());
  const clock = new SettableClock();
  const statements: string[] = [];
  const base = configOf(database.urls, mailbox.url, publicUrl);
  const config = {
    ...base,
    partnerFromBefore,
    staffNeedSecondFactor,
    codes: { ...base.codes, ...codes },
    ...deliveries,
    initialPassword,
    smsProvider: sms?.provider ?? null,
    smsCodes: { ...base.smsCodes, ...sms?.codes },
  };
  const running = await createIdentity(demoCity ? { ...config, demoCity, demoPassword } : config, {
    clock,
    onStatement: ofRequests((sql) => statements.push(sql)),
  });
  stack.defer(() => running.stop());
  const bus = new PostgresBus(database.urls.bus);
  stack.defer(() => bus.close());
  if (demoCity) while (await running.settle());
  return new Identity(running, bus, mailbox, clock, statements, stack.move(), publicUrl);
}

/** What came back for one operation. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever shape they asked for
  data: any;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string } & Record<string, unknown>;
  }[];
}

/** An applicant as their token shows them to the graph. */
export interface Applicant {
  viewer: Viewer;
  token: string;
}

export class Identity {
  constructor(
    readonly running: RunningSubgraph<IdentityServices>,
    readonly bus: PostgresBus,
    readonly mailbox: Mailbox,
    readonly clock: SettableClock,
    readonly statements: string[],
    readonly stack: AsyncDisposableStack,
    readonly publicUrl = httpUrl,
  ) {}

  /** Asks as the gateway would, signed for this viewer. */
  async execute(viewer: Viewer, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const body = JSON.stringify({ query, variables });
    const parts = { audience: "identity", method: "POST", path: "/graphql", body, viewer, traceId: newId() };
    const response = await fetch(`${this.running.url}/graphql`, {
      method: "POST",
      body,
      headers: signRequest(keys().ring("viewer"), parts),
    });
    return (await response.json()) as Answer;
  }

  /** Looks entities up as another subgraph's plan would. */
  async entities(viewer: Viewer, type: string, ids: readonly string[], fields: string, further: object = {}) {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`;
    const { data, errors } = await this.execute(viewer, query, {
      of: ids.map((id) => ({ __typename: type, id, ...further })),
    });
    return { entities: data?._entities, errors };
  }

  /** What an operator's command sends, signed as the gateway signs. */
  async operate(name: string, content: object) {
    const path = `/internal/${name}`;
    const body = JSON.stringify(content);
    const parts = { audience: "identity", method: "POST", path, body, viewer: anonymous, traceId: newId() };
    const headers = signRequest(keys().ring("viewer"), parts);
    const response = await fetch(`${this.running.url}${path}`, { method: "POST", body, headers });
    // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came back
    return (await response.json()) as any;
  }

  /** Events out, reactions in, mails sent. */
  async settle(): Promise<void> {
    while (await this.running.settle());
  }

  async requestCode(
    target: string,
    viewer: Viewer = anonymous,
    by: "EMAIL" | "SMS" = "EMAIL",
  ): Promise<string> {
    const answer = await this.execute(viewer, requestCode, { input: { by, target } });
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    await this.settle();
    return answer.data.requestVerificationCode.challengeId;
  }

  confirmCode(challengeId: string, code: string, viewer: Viewer = anonymous): Promise<Answer> {
    return this.execute(viewer, confirmCode, { input: { challengeId, code } });
  }

  /** Verifies an address as somebody who has no token. */
  async verify(email: string): Promise<Applicant> {
    const challengeId = await this.requestCode(email);
    const { data } = await this.confirmCode(challengeId, this.mailbox.codeFor(email));
    return applicantOf(data.confirmVerificationCode.token);
  }

  /** Verifies one more address for a viewer. */
  async verifyMore(email: string, viewer: Viewer): Promise<Answer> {
    const challengeId = await this.requestCode(email, viewer);
    const code = this.mailbox.codeFor(email);
    return this.execute(viewer, verifyContact, { input: { challengeId, code } });
  }

  setGuardian(viewer: Viewer, input: Record<string, unknown>): Promise<Answer> {
    return this.execute(viewer, setGuardian, { input: { mobile: "0912345678", ...input } });
  }

  /** Delivers an event of another subgraph, and identity has reacted. The same id again is the same event. */
  async deliver<T extends CampusEventType>(
    type: T,
    key: string,
    payload: CampusEvents[T],
    id = newId(),
  ): Promise<void> {
    const source = type.split(".")[0]!;
    const position = ((await this.bus.head(source))?.position ?? 0) + 1;
    const event: SentEvent = {
      source,
      epoch: 1,
      position,
      id,
      type,
      key,
      payload,
      occurredAt: this.clock.now(),
    };
    await this.bus.publish([event]);
    await this.settle();
  }

  /** Everything of these types that identity has published so far. */
  async published<T extends CampusEventType>(
    ...types: T[]
  ): Promise<{ type: T; payload: CampusEvents[T] }[]> {
    await this.settle();
    const published = await this.rows<{ type: T; payload: CampusEvents[T] }>(
      "select type, payload from outbox order by serial",
    );
    return published.filter(({ type }) => types.includes(type));
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.running.database.em.fork().execute<T[]>(sql, parameters);
  }

  /** Everything that identity keeps, as text. */
  async dump(): Promise<string> {
    const tables = await this.rows<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'identity'",
    );
    const dumps = await Promise.all(tables.map(({ name }) => this.rows(`select * from "${name}"`)));
    return JSON.stringify(dumps);
  }

  context(viewer?: Viewer): IdentityContext {
    return this.running.contextFor(viewer);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stack.disposeAsync();
  }
}

/** Who the gateway takes the bearer of an applicant's token for. */
export function applicantOf(token: string): Applicant {
  const claims = decodeJwt<{ verified_email?: string; application_id?: string }>(token);
  return {
    token,
    viewer: {
      ...anonymous,
      subject: claims.sub!,
      assurance: "applicant",
      verifiedEmail: claims.verified_email ?? null,
      applicationId: claims.application_id ?? null,
    },
  };
}

/** What `setGuardian` sealed for binding. */
export function openDeclaration(declaration: string): Record<string, string> {
  return openToken(keys().ring("declaration"), "guardian-declaration", declaration, new Date());
}

export const keyOfPerson = (nationalId: string) => personKey(keys().ring("person"), nationalId);

export function signedIn(subject: string, ...roles: Viewer["roles"]): Viewer {
  return { ...anonymous, subject, session: `session of ${subject}`, assurance: "signed-in", roles };
}

const requestCode = `mutation ($input: RequestVerificationCodeInput!) {
  requestVerificationCode(input: $input) { challengeId expiresAt resendAfter } }`;
const confirmCode = `mutation ($input: ConfirmVerificationCodeInput!) {
  confirmVerificationCode(input: $input) { token subjectId expiresAt } }`;
const verifyContact = `mutation ($input: ConfirmVerificationCodeInput!) { verifyContact(input: $input) { by target } }`;
export const confirmSignature = `mutation ($input: ConfirmSignatureInput!) {
  confirmSignature(input: $input) { proof expiresAt } }`;
const setGuardian = `mutation ($input: SetGuardianInput!) {
  setGuardian(input: $input) { declaration maskedNationalId loginCheck session { token subjectId } } }`;

/** 王大明 and 李小美, whose national IDs are well-formed and nobody's we know of. */
export const wang = {
  name: "王大明",
  nationalId: "A123456789",
  email: "wang@example.com",
  mobile: "0912123456",
};
export const li = { name: "李小美", nationalId: "F222315508", email: "li@example.com", mobile: "0987654321" };

/** The code of the first error, or undefined. */
export function codeOf({ errors }: Pick<Answer, "errors">): string | undefined {
  return errors?.[0]?.extensions.code;
}

/** What binding says of a request. */
export function requestFacts(of: {
  subjectId: string;
  applicationId: string;
  nationalId?: string;
  classId?: string;
  declarationId?: string;
}) {
  return {
    requestId: newId(),
    applicationId: of.applicationId,
    subjectId: of.subjectId,
    studentId: newId(),
    classId: of.classId ?? newId(),
    schoolCode: "403601",
    relationship: "FATHER",
    appliedAt: "2020-08-14T07:03:46.000Z",
    ...(of.nationalId ? { guardianPersonKey: keyOfPerson(of.nationalId) } : {}),
    ...(of.declarationId ? { guardianDeclarationId: of.declarationId } : {}),
  };
}
