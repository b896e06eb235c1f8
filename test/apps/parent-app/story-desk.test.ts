import { tellStoryOn } from "./story.js";
import { desk, telephone } from "./visitor.js";

tellStoryOn([desk, { ...desk, language: telephone.language }]);
