import { readSubgraphConfig, required, type SubgraphConfig } from "@campus-graph/kit/config";
import { type AllowedOrigins, readAllowedOrigins } from "@campus-graph/kit/origins";
import { bureauSignature, type Signature } from "./mail/signature.js";

/**
 * What identity needs beyond every subgraph's configuration. Its keys file also holds the rings person, staff,
 * declaration, code and cookie, and the key sets ssoJwks and applicantJwks; the demo's walletPublicJwks as well.
 */
export interface IdentityConfig extends SubgraphConfig {
  /** The mail server, e.g. smtp://127.0.0.1:2525. */
  smtpUrl: string;
  /** The sender of every mail. */
  mailFrom: string;
  /** Who signs the mails. */
  signature: Signature;
  /** Where people sign in, as mails tell them. */
  signInUrl: string;
  /** The one password of the demo city's people; null where there are none. */
  demoPassword: string | null;
  /** How an approved guardian signs in for the first time. */
  initialPassword: InitialPasswordMode;
  /** Where else than at its own address and on loopback the parents' app may be sent back to. */
  appRedirectUris: readonly string[];
  /** Origins of browser apps that may ask for tokens, beside those that a client's redirect URIs name. */
  allowedOrigins: AllowedOrigins;
}

/** `national-id-suffix`: the last six of the national ID, with a fresh code by mail. */
export type InitialPasswordMode = "national-id-suffix";

type Environment = Readonly<Record<string, string | undefined>>;

export function readIdentityConfig(environment: Environment): IdentityConfig {
  const config = readSubgraphConfig(environment);
  return {
    ...config,
    smtpUrl: required(environment, "SMTP_URL"),
    mailFrom: environment.MAIL_FROM ?? `${bureauSignature.service["zh-TW"]} <no-reply@campus.example>`,
    signature: bureauSignature,
    signInUrl: environment.SIGN_IN_URL ?? `${config.publicUrl}/`,
    demoPassword: config.demoCity ? required(environment, "DEMO_PASSWORD") : null,
    initialPassword: readInitialPassword(environment),
    appRedirectUris: (environment.APP_REDIRECT_URIS ?? "").split(" ").filter((uri) => uri !== ""),
    allowedOrigins: readAllowedOrigins({ ALLOWED_ORIGINS: environment.ALLOWED_ORIGINS }, config.mode),
  };
}

/** Production must say that it wants the seed's way: a password that an acquaintance may know is a choice, not a default. */
function readInitialPassword(environment: Environment): InitialPasswordMode {
  const mode =
    environment.MODE === "production"
      ? required(environment, "INITIAL_PASSWORD")
      : (environment.INITIAL_PASSWORD ?? "national-id-suffix");
  if (mode !== "national-id-suffix")
    throw new Error(`INITIAL_PASSWORD is “${mode}”; it must be national-id-suffix.`);
  return mode;
}
