package anxin.main.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import anxin.dispatcher.place.Place;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Path;

/** What one person has before them. Everything is found by the names the pages give it, and waited for. */
final class Screen {

    private static final double PATIENCE_MS = 10_000;
    /** The pages want a second; a little more, because a timer in a page is not exact. */
    private static final double HOLD_MS = 1300;

    private final String name;
    private final BrowserContext context;
    private final Page page;

    Screen(String name, BrowserContext context) {
        this.name = name;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
    }

    String name() {
        return name;
    }

    void signIn(String url, String login, String password) {
        page.navigate(url);
        type("login", login);
        type("password", password);
        press("submit");
        page.waitForURL(url);
    }

    /** For what has no name of its own. */
    Page page() {
        return page;
    }

    /** The phone's own idea of where it is. */
    void moveTo(Place place) {
        context.setGeolocation(new Geolocation(place.latitude(), place.longitude()).setAccuracy(9));
    }

    /** The first of that name. */
    Locator find(String what) {
        return page.getByTestId(what).first();
    }

    Locator find(String what, String attribute, String value) {
        return page.locator("[data-testid='" + what + "'][" + attribute + "='" + value + "']").first();
    }

    void waitFor(String what) {
        find(what).waitFor();
    }

    void waitUntilGone(Locator what) {
        assertThat(what).hasCount(0);
    }

    void shows(String what, String text) {
        assertThat(find(what)).containsText(text);
    }

    String read(String what) {
        return find(what).innerText();
    }

    void press(String what) {
        find(what).click();
    }

    void hold(String what) {
        find(what).click(new Locator.ClickOptions().setDelay(HOLD_MS));
    }

    void type(String what, String text) {
        find(what).fill(text);
    }

    void choose(String what, String code) {
        find(what).selectOption(code);
    }

    /** Whether something covers everything a person could see. */
    boolean isCoveredBy(String what) {
        var box = find(what).boundingBox();
        var size = page.viewportSize();
        return box.x <= 0 && box.y <= 0 && box.x + box.width >= size.width
                && box.y + box.height >= size.height;
    }

    void photograph(Path file) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        } catch (PlaywrightException closed) {
            System.err.println("no picture of " + name + ": " + closed.getMessage());
        }
    }

    void close() {
        context.close();
    }
}
