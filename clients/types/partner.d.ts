import { type JWK } from "jose";
import type { NotifyPaymentInput } from "./generated/operations.js";
import type { TokenSource } from "./tokens.js";
/** A payment partner and the private key by which it is known. */
export interface Partner {
    /** The graph's address, e.g. `http://localhost:4000`. */
    url: string;
    /** The name under which the partner is registered. */
    clientId: string;
    /** ES256; its `kid` says which of the registered public keys verifies it. */
    privateKey: JWK;
}
/** Tokens for a program, by client credentials: the partner's key vouches for it (private_key_jwt, RFC 7523). */
export declare function partnerTokens(partner: Partner, now?: () => Date): TokenSource;
/**
 * The `proof` of `notifyPayment`: a detached JWS over the RFC 8785 form of the input, so that what was signed does not
 * depend on how the request was written. A fresh one for each sending.
 */
export declare function proofOfPayment({ privateKey }: Pick<Partner, "privateKey">, input: NotifyPaymentInput, now?: Date): Promise<string>;
