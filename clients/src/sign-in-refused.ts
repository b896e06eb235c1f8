/** The sign-in said no. `code` is OAuth's own (`invalid_grant`) or, from the sign-in page, `REFUSED`. */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";

  constructor(
    readonly code: string,
    reason: string,
  ) {
    super(reason);
  }
}
