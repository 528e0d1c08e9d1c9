package anxin.dispatcher.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of an answer. `get`-like readers throw when the column is null, `find…` readers answer empty. */
public final class Row {

    /** Turns one row into a value. */
    @FunctionalInterface
    public interface Reader<T> {

        T read(Row row);
    }

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public UUID uuid(String column) {
        return present(column, findUuid(column));
    }

    public Optional<UUID> findUuid(String column) {
        return Optional.ofNullable(read(() -> results.getObject(column, UUID.class)));
    }

    public String text(String column) {
        return present(column, findText(column));
    }

    public Optional<String> findText(String column) {
        return Optional.ofNullable(read(() -> results.getString(column)));
    }

    public Protected secret(String column) {
        return new Protected(text(column));
    }

    public Optional<Protected> findSecret(String column) {
        return findText(column).map(Protected::new);
    }

    public Instant instant(String column) {
        return present(column, findInstant(column));
    }

    public Optional<Instant> findInstant(String column) {
        return Optional.ofNullable(read(() -> results.getObject(column, OffsetDateTime.class)))
                .map(OffsetDateTime::toInstant);
    }

    public LocalDate date(String column) {
        return present(column, Optional.ofNullable(read(() -> results.getObject(column, LocalDate.class))));
    }

    public int number(String column) {
        return present(column, findNumber(column));
    }

    public Optional<Integer> findNumber(String column) {
        return Optional.ofNullable(read(() -> results.getObject(column, Integer.class)));
    }

    public long bigNumber(String column) {
        return present(column, Optional.ofNullable(read(() -> results.getObject(column, Long.class))));
    }

    public double decimal(String column) {
        return present(column, findDecimal(column));
    }

    public Optional<Double> findDecimal(String column) {
        return Optional.ofNullable(read(() -> results.getObject(column, Double.class)));
    }

    public boolean flag(String column) {
        return present(column, Optional.ofNullable(read(() -> results.getObject(column, Boolean.class))));
    }

    public byte[] bytes(String column) {
        return present(column, findBytes(column));
    }

    public Optional<byte[]> findBytes(String column) {
        return Optional.ofNullable(read(() -> results.getBytes(column)));
    }

    public List<String> texts(String column) {
        return List.of((String[]) present(column, Optional.ofNullable(read(() -> {
            Array array = results.getArray(column);
            return array == null ? null : (Object[]) array.getArray();
        }))));
    }

    public <E extends Enum<E>> E word(String column, Class<E> type) {
        return Word.parse(type, text(column));
    }

    private static <T> T present(String column, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException("column " + column + " is null"));
    }

    @FunctionalInterface
    private interface Read<T extends @Nullable Object> {

        T read() throws SQLException;
    }

    private static <T extends @Nullable Object> T read(Read<T> read) {
        try {
            return read.read();
        } catch (SQLException unreadable) {
            throw StoreException.of(unreadable, "reading a column");
        }
    }
}
