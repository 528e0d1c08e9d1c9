/**
 * HTTP for pages and API clients. Open {@link anxin.api.ApiServer} first: it says which operation of the contract is
 * answered where. Operations are plain blocking Java; only {@code ApiServer} and the stream know Vert.x.
 */
@org.jspecify.annotations.NullMarked
package anxin.api;
