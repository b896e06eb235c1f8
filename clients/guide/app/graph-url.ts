export const graphUrl = "http://localhost:4000";
