import { tellStoryOn } from "./story.js";
import { desk, telephone } from "./visitor.js";

tellStoryOn([telephone, { ...telephone, language: desk.language }]);
