package dev.tieout.matching.practice;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.CustomerRecord;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Invents practices: about 72 % of the clients have one customer, families and owners share addresses and e-mail,
 * some records are doubled, and both lists are typed by different people. The same seed gives the same practice.
 */
public final class PracticeGenerator {
    private final Random r;
    private final Typist typist;
    private final List<Client> clients = new ArrayList<>();
    private final List<CustomerRecord> customers = new ArrayList<>();
    private final Map<LocalId, Integer> entityOfClient = new HashMap<>();
    private final Map<RemoteId, Integer> entityOfCustomer = new HashMap<>();
    private final Map<LocalId, RemoteId> pairs = new HashMap<>();
    private final Set<String> mailboxes = new HashSet<>();
    private int entities;

    private PracticeGenerator(long seed) {
        r = new Random(seed);
        typist = new Typist(r);
    }

    /**
     * Invents one.
     *
     * @param size how many clients, about
     * @param seed the seed
     * @return the practice
     */
    public static Practice generate(int size, long seed) {
        PracticeGenerator g = new PracticeGenerator(seed);
        while (g.clients.size() < size) {
            g.family();
        }
        Collections.shuffle(g.clients, g.r);
        Collections.shuffle(g.customers, g.r);
        return new Practice(g.clients, g.customers, g.entityOfClient, g.entityOfCustomer, g.pairs);
    }

    private void family() {
        Entity head = Entity.random(r);
        head.email = unused(head.email);
        head.otherEmail = unused(head.otherEmail);
        place(head);
        while (typist.chance(0.22)) {
            Entity relative = head.relative(r);
            if (!relative.email.equals(head.email)) {
                relative.email = unused(relative.email);
            }
            relative.otherEmail = unused(relative.otherEmail);
            place(relative);
        }
    }

    /** Two strangers never have one mailbox. */
    private String unused(String email) {
        String free = email;
        for (int i = 2; !mailboxes.add(free); i++) {
            int at = email.indexOf('@');
            free = email.substring(0, at) + i * 7 + r.nextInt(7) + email.substring(at);
        }
        return free;
    }

    private void place(Entity e) {
        int id = entities++;
        double u = r.nextDouble();
        boolean both = u < 0.60;
        int inApp = both || u < 0.79 ? 1 : 0;
        int inBooks = both || u >= 0.79 ? 1 : 0;
        inApp += inApp == 1 && typist.chance(0.016) ? 1 : 0;
        inBooks += inBooks == 1 && typist.chance(0.016) ? 1 : 0;
        LocalId client = null;
        RemoteId customer = null;
        for (int i = 0; i < inApp; i++) {
            client = client(e, id);
        }
        for (int i = 0; i < inBooks; i++) {
            customer = customer(e, id);
        }
        if (inApp == 1 && inBooks == 1) {
            pairs.put(client, customer);
        }
    }

    private LocalId client(Entity e, int entity) {
        LocalId id = LocalId.of("C" + (100_000_000 + entity * 3 + r.nextInt(3)));
        while (entityOfClient.containsKey(id)) {
            id = LocalId.of(id + "b");
        }
        String given = typist.given(e);
        String display = typist.display(e, given);
        boolean firm = e.kind == Entity.Kind.BUSINESS || e.kind == Entity.Kind.TRUST;
        boolean fields = !firm || typist.chance(0.7);
        String email = typist.email(e);
        String phone = typist.phone(e);
        clients.add(Client.builder(id, display)
                .kind(firm ? ClientKind.BUSINESS : ClientKind.INDIVIDUAL)
                .firstName(fields ? given : null)
                .middleName(fields && !e.middle.isEmpty() && typist.chance(0.3) ? e.middle : null)
                .lastName(fields ? e.surname : null)
                .companyName(firm ? display : null)
                .emails(email.isEmpty() ? List.of() : List.of(email))
                .phones(phone.isEmpty() ? List.of() : List.of(phone))
                .address(address(e))
                .build());
        entityOfClient.put(id, entity);
        return id;
    }

    private RemoteId customer(Entity e, int entity) {
        RemoteId id = RemoteId.of(String.valueOf(1 + entity * 3L + r.nextInt(3)));
        while (entityOfCustomer.containsKey(id)) {
            id = RemoteId.of(id + "0");
        }
        String given = typist.given(e);
        String display = typist.display(e, given);
        boolean firm = e.kind == Entity.Kind.BUSINESS || e.kind == Entity.Kind.TRUST;
        boolean fields = typist.chance(firm ? 0.45 : 0.55);
        String company = firm ? display : null;
        if (firm && typist.chance(0.03)) {
            display = given + " " + e.surname;
        } else if (firm && typist.chance(0.015)) {
            display = given + " " + e.surname + " dba " + e.company;
        } else if (typist.chance(0.02)) {
            display += typist.chance(0.5) ? " #" + (1 + r.nextInt(2000)) : " (2)";
        }
        String email = typist.email(e);
        if (!email.isEmpty() && typist.chance(0.03)) {
            email = email + ", " + e.otherEmail;
        }
        String phone = typist.phone(e);
        customers.add(CustomerRecord.builder(id, display)
                .companyName(company)
                .givenName(fields ? given : null)
                .familyName(fields ? e.surname : null)
                .emails(email.isEmpty() ? null : email)
                .phones(phone.isEmpty() ? List.of() : List.of(phone))
                .address(address(e))
                .build());
        entityOfCustomer.put(id, entity);
        return id;
    }

    private Address address(Entity e) {
        if (typist.chance(0.4)) {
            return null;
        }
        return Address.builder()
                .lines(List.of(typist.street(e)))
                .city(e.city)
                .region("TX")
                .postalCode(e.zip)
                .build();
    }
}
