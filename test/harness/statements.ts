// A benchmark is built by itself and reaches nothing outside its folder, so what both count with stands there.
export { ofRequests } from "../bench/statements/of-requests.js";
