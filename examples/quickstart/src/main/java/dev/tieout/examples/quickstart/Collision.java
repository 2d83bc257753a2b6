package dev.tieout.examples.quickstart;

import dev.tieout.LocalId;
import dev.tieout.model.Client;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.store.InMemoryLocalRecords;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A display name that someone else in QuickBooks has, and the names that are free instead. */
final class Collision {
    private final Company company;
    private final SetupReport report;
    private final InMemoryLocalRecords<Client> clients;
    private final PrintStream out;

    Collision(Company company, SetupReport report, InMemoryLocalRecords<Client> clients, PrintStream out) {
        this.company = company;
        this.report = report;
        this.clients = clients;
        this.out = out;
    }

    void show() {
        Demo.heading(out, "7. A display name that is taken, and what is free");
        Client client = fromSetup().orElseGet(this::provoked);
        CreateOutcome outcome = company.clients().createInQuickBooks(client);
        if (!(outcome instanceof CreateOutcome.NameTaken taken)) {
            out.println("  the name of client " + client.id() + " turned out to be free");
            return;
        }
        out.println("  client " + client.id() + ": the display name \"" + client.displayName() + "\" belongs to "
                + taken.holder());
        out.println("  free: " + String.join(" | ", taken.suggestions()));
        if (taken.suggestions().isEmpty()) {
            return;
        }
        Client renamed =
                client.toBuilder().displayName(taken.suggestions().get(0)).build();
        clients.put(Demo.TENANT, List.of(renamed));
        CreateOutcome second = company.clients().createInQuickBooks(renamed);
        out.println("  created as \"" + renamed.displayName() + "\": "
                + (second instanceof CreateOutcome.Created created
                        ? "customer " + created.status().remoteId()
                        : second));
    }

    private Optional<Client> fromSetup() {
        return report.entries().stream()
                .filter(e -> e.result() == SetupReport.Result.NAME_TAKEN)
                .map(e -> Objects.requireNonNull(e.local()))
                .findFirst()
                .flatMap(id -> clients.find(Demo.TENANT, id))
                .map(LocalRecord::record);
    }

    /** No client of this firm collides: let a new one ask for the name of an existing customer. */
    private Client provoked() {
        String name = company.api().page(Query.of(Customer.TYPE).pageSize(1)).stream()
                .flatMap(customer -> customer.displayName().stream())
                .findFirst()
                .orElse("Nobody");
        Client client = Client.builder(LocalId.of("demo-namesake"), name).build();
        clients.put(Demo.TENANT, List.of(client));
        return client;
    }
}
