import type { BindingContext } from "../context.js";
import { replaceKey } from "../persistence/renewed-persons.js";

/** A person's national ID was corrected or renewed: they stay who they are, under the new key. */
export async function renewPerson(
  { em }: BindingContext,
  renewal: { formerKey: string; personKey: string },
): Promise<void> {
  await replaceKey(em, renewal);
}
