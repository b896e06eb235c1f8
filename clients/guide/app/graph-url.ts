/** Where `npm start` serves the graph. A graph at another port or host: write its address here. */
export const graphUrl = "http://localhost:4000";
