/**
 * What arrived and could not be read or trusted: kept raw, shown at the desk, reviewed by a named person.
 * Open {@link anxin.dispatcher.notice.NoticeStore} first.
 */
@org.jspecify.annotations.NullMarked
package anxin.dispatcher.notice;
