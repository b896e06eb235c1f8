import type { EntityManager } from "@mikro-orm/postgresql";
import type { Adapter, AdapterPayload } from "oidc-provider";
import { isClientId, linkableScopes, validKeys } from "../domain/partner.js";
import { findPartner } from "../persistence/partners.js";

/**
 * Payment partners as OAuth clients, looked up at each request, so that a key that ended or a suspension holds at once.
 * The provider asks here for every client that is not one of the city's own programs.
 */
export class PartnerClients implements Adapter {
  constructor(private readonly em: () => EntityManager) {}

  async find(clientId: string): Promise<AdapterPayload | undefined> {
    const partner = isClientId(clientId) ? await findPartner(this.em(), clientId) : null;
    if (!partner || partner.suspendedAt !== null) return undefined;
    return {
      client_id: partner.clientId,
      client_name: partner.name,
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "ES256",
      ...(linkableScopes(partner).length > 0
        ? {
            grant_types: ["client_credentials", "authorization_code", "refresh_token"],
            response_types: ["code"],
            redirect_uris: [...partner.redirectUris],
          }
        : { grant_types: ["client_credentials"], response_types: [], redirect_uris: [] }),
      jwks: { keys: validKeys(partner).map(({ kid, kty, crv, x, y }) => ({ kid, kty, crv, x, y })) },
    };
  }

  /** Partners come and go by an operator's command only. */
  async upsert(): Promise<never> {
    throw new Error("Clients are not registered through the provider.");
  }

  destroy = this.upsert;
  consume = this.upsert;
  revokeByGrantId = this.upsert;
  findByUid = async () => undefined;
  findByUserCode = async () => undefined;
}
