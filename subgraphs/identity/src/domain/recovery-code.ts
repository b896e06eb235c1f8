import { randomInt } from "node:crypto";

const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const [groups, groupLength] = [3, 4];

export const recoveryCodes = 10;

/** New codes for when authenticator and passkeys are lost, each of 31¹². As they are shown: in groups that the eye can hold. */
export function drawRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () =>
    Array.from({ length: groups }, () =>
      Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join(""),
    ).join("-"),
  );
}

/** Whether what was typed, in the form in which codes are compared, can be one: an authenticator's has digits only. */
export function isRecoveryCode(code: string): boolean {
  return code.length === groups * groupLength;
}
