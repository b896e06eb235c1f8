/** Codes to one target live beside each other; `asked_from` is the network that asked, as an HMAC. */
export const codesBesideEachOther: readonly string[] = [
  `alter table verification_challenge add column asked_from text`,
];
