/**
 * What changed, in an order that a page can replay. Rows carry ids only, never personal data; pages read again.
 * Open {@link anxin.dispatcher.feed.Feed} first. Must not know who listens.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.feed;
