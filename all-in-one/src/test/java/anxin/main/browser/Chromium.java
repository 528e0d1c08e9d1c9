package anxin.main.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's own Chromium, driven by Playwright. The driver's scripts come with Playwright's jar; its Node and its
 * browsers, 200 MB, do not: both are taken from the machine. Every screen of a failed test is kept as a picture.
 */
final class Chromium
        implements
            BeforeEachCallback,
            AfterTestExecutionCallback,
            AfterEachCallback,
            AfterAllCallback {

    private static final Path PICTURES = Path.of("target", "browser");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync");

    private final List<Screen> screens = new ArrayList<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @Override
    public void beforeEach(ExtensionContext test) {
        assumeFalse("off".equals(System.getProperty("browser")), "the browser tests are off: -Dbrowser=off");
        if (browser == null) {
            browser = launch();
        }
    }

    /** A page in a context of its own, as on another computer. */
    Screen open(String name, Browser.NewContextOptions options) {
        if (browser == null) {
            throw new IllegalStateException("a screen is opened inside a test");
        }
        BrowserContext context = browser
                .newContext(options.setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
        Screen screen = new Screen(name, context);
        screens.add(screen);
        return screen;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            screens.forEach(screen -> screen
                    .photograph(PICTURES
                            .resolve(test.getRequiredTestMethod().getName() + "-" + screen.name() + ".png")));
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        screens.forEach(Screen::close);
        screens.clear();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (playwright != null) {
            playwright.close();
        }
    }

    private Browser launch() {
        Path chromium = onThisMachine("chromium").orElseGet(() -> fail(
                "chromium is missing: apt-get install -y chromium fonts-noto-cjk"
                        + " (or run with -Dbrowser=off, which skips the browser tests)"));
        Path node = onThisMachine("node").orElseGet(() -> fail(
                "node is missing: apt-get install -y nodejs npm"
                        + " (or run with -Dbrowser=off, which skips the browser tests)"));
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(
                Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
    }

    private static Optional<Path> onThisMachine(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of("/usr/bin"), Stream.of(path.split(File.pathSeparator)))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
