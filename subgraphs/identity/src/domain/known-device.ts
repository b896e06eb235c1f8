/** A browser that signed in to an account before. It opens nothing: only are strangers' failures kept apart from its own. */
export interface KnownDevice {
  accountId: string;
  id: string;
}
