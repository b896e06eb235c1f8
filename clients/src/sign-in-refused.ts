/** The sign-in was refused. `code` is OAuth's own (`invalid_grant`) or the sign-in page's (`SIGN_IN_WRONG`). */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";

  constructor(
    readonly code: string,
    reason: string,
  ) {
    super(reason);
  }
}
