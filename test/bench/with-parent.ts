/** Node's arguments by which a child ends when the benchmark does, however that went. */
export const withParent: readonly string[] = [
  "--import",
  import.meta.resolve("@campus-graph/launch/with-parent"),
];
