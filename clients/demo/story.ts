import { inventFamily } from "./cast.js";
import { openAccount } from "./chapters/account.js";
import { apply } from "./chapters/application.js";
import { bill } from "./chapters/bills.js";
import { decide } from "./chapters/decision.js";
import { enterClasses } from "./chapters/schools.js";
import { pay } from "./chapters/wallet.js";
import type { City } from "./city.js";
import type { Narrator } from "./narrator.js";
import { Stage } from "./stage.js";

/**
 * The whole story, with a family that nobody has seen before, so that it can be told any number of times in one
 * running city. Throws at the first step that does not go as it must.
 */
export async function tellStory(city: City, narrator: Narrator): Promise<void> {
  await using stage = new Stage(city, narrator);
  const family = inventFamily();
  const classes = await enterClasses(stage, family);
  const applied = await apply(stage, family);
  await decide(stage, family, classes, applied);
  const phone = await openAccount(stage, family);
  const billed = await bill(stage, family, classes, phone);
  await pay(stage, family, phone, billed);
}
