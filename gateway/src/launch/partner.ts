import { runOperatorCommand } from "./operator-command.js";

/** `npm run partner`. */
runOperatorCommand("partner", process.argv.slice(2));
