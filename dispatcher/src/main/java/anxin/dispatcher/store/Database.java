package anxin.dispatcher.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/** The PostgreSQL behind this process: its schema and its connection pools, one for each kind of work. */
public final class Database implements AutoCloseable {

    /** How to reach a PostgreSQL server. */
    public record Address(String url, String user, Protected password) {}

    private final Address address;
    private final List<HikariDataSource> pools = new ArrayList<>();

    public Database(Address address) {
        this.address = address;
    }

    /** Brings the schema to this version; refuses a database that a newer version has written. */
    public void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(address.url(), address.user(), address.password().reveal())
                .locations("classpath:schema")
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }

    /**
     * Opens a pool of its own, so that one kind of work cannot starve another.
     *
     * @param size most connections at once; every wait for one is bounded by 2 s
     */
    public Sql pool(String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password().reveal());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        config.setDataSourceProperties(bounds());
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return new Sql(pool);
    }

    /** Whether anything of ours was ever here. */
    public static boolean hasSchema(Sql sql) {
        return sql.get("SELECT to_regclass('incident_event') IS NOT NULL AS there", row -> row.flag("there"));
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }

    private static Properties bounds() {
        Properties bounds = new Properties();
        bounds.setProperty("ApplicationName", "anxin");
        // Its details quote rows, and rows hold names.
        bounds.setProperty("logServerErrorDetail", "false");
        bounds.setProperty("connectTimeout", "2");
        bounds.setProperty("socketTimeout", "15");
        bounds.setProperty("tcpKeepAlive", "true");
        bounds.setProperty("options", "-c TimeZone=UTC -c statement_timeout=10000 -c lock_timeout=5000"
                + " -c idle_in_transaction_session_timeout=10000");
        return bounds;
    }
}
