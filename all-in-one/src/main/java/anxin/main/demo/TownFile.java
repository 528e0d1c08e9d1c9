package anxin.main.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the simulators and the person at the keyboard need to know of the town: secrets, passwords, where things are. */
public record TownFile(String tenant, List<TownDevice> devices, List<TownResident> residents,
        List<Caregiver> caregivers, List<Operator> operators, List<Operator> others) {

    /** Somebody who may call 12349. */
    public record TownResident(UUID id, String name) {}

    /** A device and its secret. */
    public record TownDevice(String id, String kind, String family, String user, String secret, String topic,
            @Nullable String name, double latitude, double longitude) {}

    /** A responder's account. */
    public record Caregiver(String login, String password, String name, double latitude, double longitude,
            boolean simulated) {}

    /** An account at the desk, or another one. */
    public record Operator(String login, String password, boolean simulated) {}

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .serializationInclusion(JsonInclude.Include.NON_NULL).build();

    /** Writes it readable for its owner only, whole or not at all. */
    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path half = Files.createTempFile(file.toAbsolutePath().getParent(), "town", ".half",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            JSON.writeValue(half.toFile(), this);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot write " + file, fault);
        }
    }

    static TownFile read(Path file) {
        try {
            return JSON.readValue(file.toFile(), TownFile.class).complete();
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot read " + file, fault);
        }
    }

    // A file of a town that was founded before services could be ordered names no residents.
    private TownFile complete() {
        List<TownResident> named = Objects.requireNonNullElse(residents, List.of());
        return new TownFile(tenant, devices, named, caregivers, operators, others);
    }
}
