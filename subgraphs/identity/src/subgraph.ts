import { isId } from "@campus-graph/kit/sql/id";
import { createSubgraph, type RunningSubgraph, type SubgraphOptions } from "@campus-graph/kit/subgraph";
import { migrations } from "../migrations/index.js";
import { createAccessTokens } from "./access-tokens.js";
import { createApplicantTokens } from "./applicant-tokens.js";
import type { IdentityConfig } from "./config.js";
import type { IdentityContext, IdentityServices } from "./context.js";
import { deliveryJobs, deliverySchedules, digestAt } from "./delivery/delivery-jobs.js";
import { demoCity } from "./demo-city/demo-city.js";
import { letWalletBeLinked } from "./demo-city/register-wallet.js";
import { codeLimitsOf, smsLimitsOf } from "./domain/limits.js";
import { drawCode } from "./domain/verification-code.js";
import { identitySchema } from "./graphql/schema.js";
import { mailJobs } from "./mail/mail-jobs.js";
import { createMailTransport } from "./mail/transport.js";
import { partnerCommands } from "./operator/partner-commands.js";
import { createPasskeys } from "./passkeys.js";
import { createPasswords } from "./passwords.js";
import { accountSchema } from "./persistence/account.schema.js";
import { cookieSessionSchema } from "./persistence/cookie-session.schema.js";
import { declaredPersonSchema } from "./persistence/declared-person.schema.js";
import { sealedColumns } from "./persistence/sealed-columns.js";
import { signInNameSchema } from "./persistence/sign-in-name.schema.js";
import { tokensNotBefore } from "./persistence/subjects.js";
import { sweep } from "./persistence/sweep.js";
import { verificationChallengeSchema } from "./persistence/verification-challenge.schema.js";
import { pushJobs } from "./push/push-jobs.js";
import { PushService } from "./push/push-service.js";
import { readServerKeys } from "./push/server-keys.js";
import { reactions } from "./reactions/reactions.js";
import { refusals } from "./refusals.js";
import { createSession } from "./session/session.js";
import { createHttpProvider } from "./sms/http-provider.js";
import { smsJobs } from "./sms/sms-jobs.js";
import { createProvider } from "./sso/provider.js";
import { createSso } from "./sso/sso.js";
import { appointFirstStaff, type FirstStaff } from "./use-cases/appoint-first-staff.js";
import { destroyAccounts } from "./use-cases/destroy-accounts.js";
import { endPersonLinks } from "./use-cases/end-person-links.js";
import { publishStaffEnds } from "./use-cases/publish-staff-ends.js";
import { takeBounce } from "./use-cases/take-bounce.js";
import { takeOverPartner } from "./use-cases/take-over-partner.js";
import { tradeCookie } from "./use-cases/trade-cookie.js";

/** What gateways ask before they believe a token that lives for longer than they remember. */
async function tellTokensNotBefore(
  context: IdentityContext,
  { subject }: { subject: string },
): Promise<{ notBefore: Date | null }> {
  return { notBefore: isId(subject) ? await tokensNotBefore(context, subject) : null };
}

/** The identity subgraph, whole: subjects, codes, accounts, single sign-on at /sso, mail. */
export async function createIdentity(
  config: IdentityConfig,
  { drawCode: draw = drawCode, ...options }: SubgraphOptions & { drawCode?: () => string } = {},
): Promise<RunningSubgraph<IdentityServices>> {
  await using opening = new AsyncDisposableStack();
  const applicantTokens = await createApplicantTokens(config.keys.jwks("applicantJwks"), config.publicUrl);
  const mail = opening.adopt(
    createMailTransport({
      smtpUrl: config.smtpUrl,
      from: config.mailFrom,
      connections: config.mailConnections,
    }),
    (mail) => mail.close(),
  );
  const push = opening.adopt(createPush(config), (push) => push?.close());
  const identity = await createSubgraph<IdentityServices>(
    {
      name: "identity",
      config,
      entities: [
        accountSchema,
        cookieSessionSchema,
        declaredPersonSchema,
        signInNameSchema,
        verificationChallengeSchema,
      ],
      migrations,
      schema: identitySchema().schema,
      refusals,
      reactions,
      services: {
        passwords: await createPasswords(),
        passkeys: createPasskeys(config.publicUrl, config.signature.service["zh-TW"]),
        staffNeedSecondFactor: config.staffNeedSecondFactor,
        signInHistoryDays: config.signInHistoryDays,
        applicantTokens,
        accessTokens: await createAccessTokens(config.keys.jwks("ssoJwks"), config.publicUrl),
        mail,
        sms: config.smsProvider && createHttpProvider(config.smsProvider),
        push,
        codeLimits: codeLimitsOf(config.codes, config.smsCodes),
        smsLimits: smsLimitsOf(config.smsCodes),
        drawCode: draw,
        deliveries: {
          quietHours: config.quietHours,
          perMinute: config.deliveriesPerMinute,
          holidays: new Set(config.holidays),
          digestAt,
          publicUrl: config.publicUrl,
        },
        signInUrl: config.signInUrl,
        publicUrl: config.publicUrl,
        initialPassword: config.initialPassword,
        signature: config.signature,
      },
      forwards: async (opened) => {
        const build = () => {
          const provider = createProvider(config, opened);
          return {
            sso: createSso(provider, config, opened),
            session: createSession(provider, config, opened),
          };
        };
        let built = build();
        // What is under way is finished by the provider that began it.
        config.keys.onTake(() => {
          built = build();
        });
        return {
          "/sso": (...request) => built.sso(...request),
          "/session": (...request) => built.session(...request),
        };
      },
      operatorCommands: {
        ...partnerCommands,
        "take-bounce": async (context, { mail }: { mail: string }) => ({
          outcome: await takeBounce(context, mail),
        }),
        "appoint-first-staff": async (context, given: FirstStaff) => ({
          outcome: await appointFirstStaff(context, given),
          signInUrl: config.signInUrl,
        }),
      },
      internal: {
        "tokens-not-before": tellTokensNotBefore,
        "session-token": async (context: IdentityContext, { cookie }: { cookie: string }) => ({
          traded: await tradeCookie(context, cookie),
        }),
      },
      jobs: [...mailJobs(config.mailConnections, config.smtpUrl), ...smsJobs, ...deliveryJobs, ...pushJobs()],
      schedules: deliverySchedules,
      tasks: [destroyAccounts, endPersonLinks, publishStaffEnds, sweep(config.retention)],
      sealedColumns,
      demoCity: config.demoPassword === null ? [] : demoCity(config.demoPassword, config.publicUrl),
    },
    options,
  );
  opening.defer(() => identity.stop());
  if (config.partnerFromBefore) await takeOverPartner(identity.contextFor(), config.partnerFromBefore);
  if (config.demoPassword !== null) await letWalletBeLinked(identity.contextFor(), config.publicUrl);
  const open = opening.move();
  return { ...identity, stop: () => open.disposeAsync() };
}

/** A city whose keys are from before there were pushes has none until it makes them. */
function createPush({ keys, pushHosts, mode, signature }: IdentityConfig): PushService | null {
  if (!keys.holdsJwks("pushJwks")) return null;
  return new PushService({
    keys: readServerKeys(keys.jwks("pushJwks")),
    rules: { hosts: pushHosts, allowsLoopback: mode !== "production" },
    contact: `mailto:${signature.email}`,
  });
}
