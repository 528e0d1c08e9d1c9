package anxin.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rules about the text of the sources, which the compiler cannot see. */
class HouseRulesTest {

    private static final Pattern LOOSE_TODO = Pattern.compile("\\bTODO\\b(?! #\\d+)");
    private static final Path ROOT = Path.of(System.getProperty("anxin.root", "..")).normalize();

    @TestFactory
    Stream<DynamicTest> every_source_file() throws IOException {
        List<Path> files;
        try (Stream<Path> modules = Files.list(ROOT)) {
            files = modules.map(module -> module.resolve("src/main/java")).filter(Files::isDirectory)
                    .flatMap(HouseRulesTest::sources).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(100);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> check(file)));
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void check(Path file) throws IOException {
        String source = Files.readString(file);
        assertThat(LOOSE_TODO.matcher(source).find()).as("a TODO without an issue number").isFalse();
        assertThat(source.lines().count()).as("lines: what second thing has this file become?")
                .isLessThanOrEqualTo(350);
        Path packageInfo = file.resolveSibling("package-info.java");
        assertThat(packageInfo).exists();
        assertThat(Files.readString(packageInfo)).as("null is checked everywhere").contains("NullMarked");
    }
}
