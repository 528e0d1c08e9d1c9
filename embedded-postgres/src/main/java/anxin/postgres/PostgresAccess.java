package anxin.postgres;

/** What a client needs to connect; the password is not part of its text form. */
public record PostgresAccess(String jdbcUrl, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
