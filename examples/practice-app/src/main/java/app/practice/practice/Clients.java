package app.practice.practice;

import dev.tieout.LocalId;
import dev.tieout.model.Client;
import org.springframework.stereotype.Component;

/** The firm's clients, as the library sees them. */
@Component
class Clients extends DocumentRecords<Client> {
    Clients(Documents documents) {
        super(documents, Practice.CLIENT, Client.class);
    }

    @Override
    LocalId id(Client client) {
        return client.id();
    }

    @Override
    String name(Client client) {
        return client.displayName();
    }

    @Override
    Client withId(Client client, LocalId id) {
        return client.toBuilder().id(id).build();
    }

    @Override
    Client inactive(Client client) {
        return client.toBuilder().active(false).build();
    }
}
