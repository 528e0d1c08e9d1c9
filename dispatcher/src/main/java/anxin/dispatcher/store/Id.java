package anxin.dispatcher.store;

import java.util.UUID;

/** A typed identifier; binds to SQL as its UUID. */
public interface Id {

    UUID uuid();
}
