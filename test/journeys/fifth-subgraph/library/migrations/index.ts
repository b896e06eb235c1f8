import { cards } from "./0001-cards.js";

/** In the order they run. */
export const migrations = [cards];
