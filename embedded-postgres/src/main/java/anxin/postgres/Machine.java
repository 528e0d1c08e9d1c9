package anxin.postgres;

/** The kind of computer we run on, in the words of the Java system properties. */
record Machine(String system, String processor) {

    static Machine thisOne() {
        return new Machine(System.getProperty("os.name", "unknown"),
                System.getProperty("os.arch", "unknown"));
    }

    String architecture() {
        return switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> throw none();
        };
    }

    String archive() {
        if (!system.equals("Linux")) {
            throw none();
        }
        return "postgres-linux-" + architecture() + ".txz";
    }

    private PostgresException none() {
        return new PostgresException("no PostgreSQL is carried for " + system + " on " + processor
                + ", only for Linux on amd64 and aarch64; use a PostgreSQL server of your own instead");
    }
}
