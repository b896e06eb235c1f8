import { tellStoryOn } from "./story.js";
import { desk } from "./visitor.js";

tellStoryOn([desk]);
