package anxin.main;

import anxin.dispatcher.notification.Provider;
import anxin.dispatcher.notification.Template;
import anxin.dispatcher.store.Protected;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** The three settings of one provider. What is wrong with them is said without the secret. */
record ProviderSettings(Key url, Key secret, Key template) {

    /** @throws SettingsException naming the key and what to write instead */
    Optional<Provider> provider(Function<Key, String> value, Path home) {
        if (value.apply(url).isEmpty()) {
            return Optional.empty();
        }
        if (value.apply(secret).isEmpty()) {
            throw new SettingsException(secret.word() + " is empty; " + url.word()
                    + " is set, so write what you share with the provider");
        }
        Template filled = template(value.apply(template), home);
        try {
            return Optional.of(
                    new Provider(new URI(value.apply(url)), new Protected(value.apply(secret)), filled));
        } catch (URISyntaxException malformed) {
            throw new SettingsException(url.word() + " is not https://host[:port]/path");
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(url.word() + " " + wrong.getMessage());
        }
    }

    private Template template(String file, Path home) {
        if (file.isEmpty()) {
            return Template.STANDARD;
        }
        Path path = home.resolve(file).normalize();
        try {
            return new Template(Files.readString(path));
        } catch (IOException unreadable) {
            throw new SettingsException(
                    template.word() + ": cannot read " + path + ": " + unreadable.getMessage());
        } catch (IllegalArgumentException wrong) {
            throw new SettingsException(template.word() + ": " + path + " " + wrong.getMessage());
        }
    }
}
