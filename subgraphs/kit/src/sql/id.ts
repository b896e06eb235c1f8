import { randomUUID } from "node:crypto";

/** A new UUID version 7 (RFC 9562 §5.7): sortable by time, so that indexes grow at one end. */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  // Version and variant stand where version 4 has them. Node draws the chance for many of these at once.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a string can be one of our ids; anything else is simply not found, and never reaches the database. */
export function isId(value: string): boolean {
  return UUID.test(value);
}
