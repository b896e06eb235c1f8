/**
 * The demo city: the facts that more than one subgraph's demo must agree on. Each subgraph plays its part of the city
 * through its own use cases, and the read models fill by events as they do in earnest.
 */

export { demoApplications } from "./applications.js";
export { type DemoPerson, demoPeople, pendingGuardian } from "./people.js";
export { demoBill, demoClasses } from "./schools.js";
export { classSevenThree, classTwoOne, type DemoStudent, demoStudent } from "./students.js";
