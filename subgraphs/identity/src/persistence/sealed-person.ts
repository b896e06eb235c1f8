import { blindIndex, decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { Keys } from "@campus-graph/kit/auth/keys";
import { mailboxOf } from "@campus-graph/kit/text/email-address";
import type { NationalId } from "@campus-graph/kit/text/national-id";
import type { Contacts } from "../domain/contacts.js";

/** A row whose personal columns are sealed for it. */
export interface PersonRow {
  table: "account" | "declared_person";
  id: string;
}

export function sealContacts(keys: Keys, { table, id }: PersonRow, contacts: Contacts): string {
  return encryptField(keys.ring("field"), JSON.stringify(contacts), { table, column: "contacts", row: id });
}

export function openContacts(keys: Keys, { table, id }: PersonRow, sealed: string): Contacts {
  return JSON.parse(
    decryptField(keys.ring("field"), sealed, { table, column: "contacts", row: id }),
  ) as Contacts;
}

export function sealNationalId(keys: Keys, { table, id }: PersonRow, nationalId: NationalId): string {
  return encryptField(keys.ring("field"), nationalId, { table, column: "national_id", row: id });
}

/** In full only where it must be: for a person's account and initial password. Screens show the masked one. */
export function openNationalId(keys: Keys, { table, id }: PersonRow, sealed: string): NationalId {
  return decryptField(keys.ring("field"), sealed, { table, column: "national_id", row: id }) as NationalId;
}

/** By which an address, a number or a user name, whatever its capitals, is found again without standing open in a table. */
export function targetIndex(keys: Keys, target: string): string {
  return blindIndex(keys.ring("index"), `target:${mailboxOf(target)}`);
}

/** Why an account was disabled, in an office's words, which may name people. */
export function sealDisabledReason(keys: Keys, accountId: string, reason: string): string {
  return encryptField(keys.ring("field"), reason, {
    table: "account",
    column: "disabled_reason",
    row: accountId,
  });
}

export function openDisabledReason(keys: Keys, accountId: string, sealed: string): string {
  return decryptField(keys.ring("field"), sealed, {
    table: "account",
    column: "disabled_reason",
    row: accountId,
  });
}
