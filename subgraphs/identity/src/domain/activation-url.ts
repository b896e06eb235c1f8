/** Where a new account's person chooses a password. */
export function activationUrlOf(publicUrl: string, secret: string): string {
  return `${publicUrl}/sso/activate?link=${secret}`;
}
