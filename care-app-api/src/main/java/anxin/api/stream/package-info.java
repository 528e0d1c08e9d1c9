/**
 * The live channel: the feed of changes as server-sent events. Open {@link anxin.api.stream.FeedTail} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.api.stream;
