/**
 * Our own device format, version 1. Open {@link anxin.gateway.nativeformat.NativeDecoder} first. Plain Java.
 */
@org.jspecify.annotations.NullMarked
package anxin.gateway.nativeformat;
