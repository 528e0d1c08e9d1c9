package anxin.postgres;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program of its own that opens the diary, writes one line and then waits to be killed. */
final class KeepsDiary {

    private KeepsDiary() {}

    public static void main(String[] args) throws Exception {
        var server = PostgresServer.start(Diary.settings(Path.of(args[0])));
        var diary = new Diary(server.access());
        diary.open();
        diary.write("written before the kill");
        System.out.println("written");
        System.out.flush();
        new CountDownLatch(1).await();
        server.close();
    }

    static Process on(Path folder) throws Exception {
        var program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                KeepsDiary.class.getName(),
                folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (!"written".equals(program.inputReader().readLine())) {
            throw new IllegalStateException("the child program did not get to its first line");
        }
        return program;
    }
}
