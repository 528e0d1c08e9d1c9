/**
 * What every operation shares: who calls, with what, and how it is answered. Open {@link anxin.api.http.Call} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.api.http;
