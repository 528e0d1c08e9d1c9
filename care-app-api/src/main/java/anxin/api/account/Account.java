package anxin.api.account;

import anxin.api.http.Role;
import anxin.dispatcher.responder.ResponderId;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who may sign in.
 *
 * @param mustChange whether the password was given by somebody else and has to be replaced first
 */
public record Account(UUID id, Jurisdiction jurisdiction, String login, Role role, Protected name,
        Optional<ResponderId> responder, boolean mustChange) {}
