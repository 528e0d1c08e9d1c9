package anxin.dispatcher.invariant;

import anxin.dispatcher.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the store keeps its promises at one moment: one finding for each, from one snapshot. */
public record Verification(List<Finding> findings) {

    public Verification {
        findings = List.copyOf(findings);
    }

    /**
     * Asks everything. Not to be called inside a transaction: it makes one of its own.
     *
     * @param ledger what the devices say they did; without it I1 and I2 cannot be checked
     */
    public static Verification of(Sql sql, Optional<Ledger> ledger, Instant now) {
        return new Verification(new Rules(sql, ledger, now).judge());
    }

    /** Whether nothing is broken. What could not be checked does not count; its finding says so. */
    public boolean holds() {
        return findings.stream().noneMatch(finding -> finding.verdict() == Verdict.BROKEN);
    }

    /** All findings as text for a terminal, in ASCII only. */
    public String table() {
        int id = width(findings.stream().map(Finding::id));
        int verdict = width(findings.stream().map(Verification::word));
        int promise = width(findings.stream().map(Finding::promise));
        StringBuilder table = new StringBuilder();
        for (Finding finding : findings) {
            table.append(padded(finding.id(), id)).append(padded(word(finding), verdict))
                    .append(padded(finding.promise(), promise)).append(finding.figures()).append('\n');
            finding.violations().forEach(violation -> table.append("    ! ").append(violation).append('\n'));
        }
        // What a device calls itself must not steer a terminal.
        return table.toString().replaceAll("[^\\x20-\\x7e\\n]", "?");
    }

    private static String word(Finding finding) {
        return finding.verdict().name().replace('_', ' ');
    }

    private static int width(Stream<String> column) {
        return column.mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }
}
