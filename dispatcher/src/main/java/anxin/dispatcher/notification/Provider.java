package anxin.dispatcher.notification;

import anxin.dispatcher.store.Protected;
import java.net.URI;
import java.util.Locale;

/**
 * A company, or a box of one's own, that carries messages.
 *
 * @param secret shared with it, for the signature
 */
public record Provider(URI url, Protected secret, Template template) {

    /** @throws IllegalArgumentException when messages would cross a network in clear text, or the address is none */
    public Provider {
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("is not https://host[:port]/path");
        }
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        boolean here = "http".equalsIgnoreCase(url.getScheme()) && isLoopback(url.getHost());
        if (!secure && !here) {
            throw new IllegalArgumentException("must begin with https:// (http:// only for 127.0.0.1)");
        }
        if (secret.reveal().isEmpty()) {
            throw new IllegalArgumentException("needs a secret for the signature");
        }
    }

    // By the letters, without asking a name server: what it answers today it need not answer tomorrow.
    private static boolean isLoopback(String host) {
        return host.toLowerCase(Locale.ROOT).equals("localhost") || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
