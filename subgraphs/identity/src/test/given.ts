import { openToken, personKey } from "@campus-graph/kit/auth/crypto";
import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { readAllowedOrigins } from "@campus-graph/kit/http/origins";
import type { SubgraphConfig } from "@campus-graph/kit/ops/config";
import { newId } from "@campus-graph/kit/sql/id";
import { decodeJwt } from "jose";
import { type Answer, codeOf } from "../../../../test/harness/answer.js";
import {
  keysOf,
  type OpenedAlone,
  openAlone,
  SubgraphAlone,
} from "../../../../test/harness/subgraph-alone.js";
import type { IdentityConfig } from "../config.js";
import type { IdentityContext, IdentityServices } from "../context.js";
import { bureauSignature } from "../mail/signature.js";
import { createIdentity } from "../subgraph.js";
import { Mailbox } from "./mailbox.js";

export { type Answer, codeOf };

export const publicUrl = "http://campus.test";
const httpUrl = publicUrl;
/** Where the app waits for the sign-in's answer. */
export const appAddress = "https://app.campus.test/signed-in";
export const demoPassword = "correct horse battery staple";
export const keys = () => keysOf("identity");

/** What identity is configured with besides what every subgraph is. */
function configOf(
  smtpUrl: string,
  publicUrl = httpUrl,
): Omit<IdentityConfig, Exclude<keyof SubgraphConfig, "publicUrl">> {
  return {
    publicUrl,
    smtpUrl,
    mailFrom: "Campus <no-reply@campus.example>",
    mailConnections: 10,
    codes: { perTarget: 40, perNetwork: 200, perTenMinutes: 3_000 },
    smsProvider: null,
    smsCodes: { perTarget: 5, perTargetAndDay: 10, perNetwork: 100, perDay: 1_000 },
    pushHosts: ["fcm.googleapis.com"],
    quietHours: { from: "00:00", until: "00:00" },
    deliveriesPerMinute: 600,
    holidays: [],
    signature: bureauSignature,
    signInUrl: `${publicUrl}/sso`,
    demoPassword: null,
    staffNeedSecondFactor: false,
    signInHistoryDays: 180,
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
  signInHistoryDays = 180,
  schools = ["403601", "403501", "343602", "333606"],
}: {
  staffNeedSecondFactor?: boolean;
  signInHistoryDays?: number;
  /** Of which roster has told. */
  schools?: readonly string[];
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
  const mailbox = await Mailbox.start();
  stack.defer(() => mailbox.stop());
  const base = configOf(mailbox.url, publicUrl);
  const config = {
    ...base,
    partnerFromBefore,
    staffNeedSecondFactor,
    signInHistoryDays,
    codes: { ...base.codes, ...codes },
    ...deliveries,
    initialPassword,
    smsProvider: sms?.provider ?? null,
    smsCodes: { ...base.smsCodes, ...sms?.codes },
  };
  const opened = await openAlone<IdentityConfig, IdentityServices>({
    name: "identity",
    create: createIdentity,
    config: (common) => ({ ...common, ...base }),
    changes: demoCity ? { ...config, demoCity, demoPassword } : config,
  });
  const identity = new Identity(opened, mailbox, stack.move(), publicUrl);
  await identity.rows("insert into school select unnest(string_to_array(?, ' ')) returning 1", [
    schools.join(" "),
  ]);
  if (demoCity) await identity.settle();
  return identity;
}

/** An applicant as their token shows them to the graph. */
export interface Applicant {
  viewer: Viewer;
  token: string;
}

export class Identity extends SubgraphAlone<IdentityServices> {
  constructor(
    opened: OpenedAlone<IdentityServices>,
    readonly mailbox: Mailbox,
    /** What is closed after identity has stopped. */
    readonly stack: AsyncDisposableStack,
    readonly publicUrl = httpUrl,
  ) {
    super(opened);
  }

  /** What an operator's command sends, signed as the gateway signs. */
  async operate(name: string, content: object) {
    // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came back
    return (await (await this.post(`/internal/${name}`, content, anonymous)).json()) as any;
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

  override async [Symbol.asyncDispose](): Promise<void> {
    await super[Symbol.asyncDispose]();
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

/** Signed in where no second factor is asked for, as in the demo. */
export function fresh(subject: string, ...roles: Viewer["roles"]): Viewer {
  return { ...signedIn(subject, ...roles), secondFactor: "waived" };
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
