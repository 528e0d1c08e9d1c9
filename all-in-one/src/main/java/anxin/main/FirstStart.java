package anxin.main;

import anxin.api.http.Role;
import anxin.dispatcher.Dispatcher;
import anxin.dispatcher.organisation.Organisation;
import anxin.dispatcher.organisation.OrganisationStore;
import anxin.dispatcher.store.Jurisdiction;
import anxin.dispatcher.store.Protected;
import java.util.Optional;

/** What an empty database gets: the organisation of the settings, and one administrator with a password shown once. */
final class FirstStart {

    private FirstStart() {}

    /** @return the administrator's first password, when one was made now */
    static Optional<String> prepare(AnxinServer server, Settings settings) {
        Organisation organisation = organisation(server.dispatcher(), settings);
        if (server.accountStore().hasAny()) {
            return Optional.empty();
        }
        String password = server.accounts().inventPassword();
        server.accounts().open(organisation.jurisdiction(), "admin", new Protected("管理员"), Role.ADMIN,
                Optional.empty(), password, true);
        return Optional.of(password);
    }

    static Organisation organisation(Dispatcher dispatcher, Settings settings) {
        OrganisationStore store = new OrganisationStore(dispatcher.sql());
        return store.findFirst().orElseGet(() -> {
            Organisation founded = new Organisation(
                    new Jurisdiction(dispatcher.ids().next(), settings.division()),
                    settings.organisationCode(),
                    settings.organisationName(), settings.timeZone(), settings.deskPhone());
            store.add(founded, dispatcher.clock().instant());
            return founded;
        });
    }
}
