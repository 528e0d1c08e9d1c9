/**
 * The pages in a real browser against a whole server. Open {@link anxin.main.browser.DeskAndPhoneBrowserTest} first. Needs
 * Chromium and Node on the machine; {@code -Dbrowser=off} skips these tests, visibly.
 */
@org.jspecify.annotations.NullMarked
package anxin.main.browser;
