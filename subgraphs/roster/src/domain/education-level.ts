/** 國小, 國中, 高中, 高職. It stands with the school: the code of a school does not tell it. */
export const educationLevels = ["ELEMENTARY", "JUNIOR_HIGH", "SENIOR_HIGH", "VOCATIONAL_HIGH"] as const;
export type EducationLevel = (typeof educationLevels)[number];
