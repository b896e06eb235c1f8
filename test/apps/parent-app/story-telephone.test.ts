import { tellStoryOn } from "./story.js";
import { telephone } from "./visitor.js";

tellStoryOn([telephone]);
