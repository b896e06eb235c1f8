const connectionCodes = /^(08|57P0)|^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/;

/** Whether the database went away, which says nothing about the event at hand: it is tried again without being counted. */
export function isConnectionLost(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && connectionCodes.test(cause.code)) return true;
    if (
      /^Connection terminated|Connection ended unexpectedly|Client has encountered a connection error/.test(
        cause.message,
      )
    )
      return true;
  }
  return false;
}
