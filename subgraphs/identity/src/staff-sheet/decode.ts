/** A sheet's bytes as text: UTF-8 where they are that, else Big5; what is neither shows as U+FFFD, and is refused there. */
export function decodeSheet(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("big5").decode(bytes);
  }
}
