import { openAccount } from "./chapters/account.js";
import { apply } from "./chapters/application.js";
import { bill } from "./chapters/bills.js";
import { decide } from "./chapters/decision.js";
import { enterClasses } from "./chapters/schools.js";
import { pay } from "./chapters/wallet.js";
import type { City } from "./city.js";
import { DemoContext } from "./context.js";
import { inventFamily } from "./fixtures.js";
import type { Narrator } from "./narrator.js";

/**
 * The whole story, with a family that nobody has seen before, so that it can be told any number of times in one
 * running city. Throws at the first step that does not go as it must.
 */
export async function runStory(city: City, narrator: Narrator): Promise<void> {
  await using context = new DemoContext(city, narrator);
  const family = inventFamily();
  const classes = await enterClasses(context, family);
  const applied = await apply(context, family);
  await decide(context, family, classes, applied);
  const phone = await openAccount(context, family);
  const billed = await bill(context, family, classes, phone);
  await pay(context, family, phone, billed);
}
