package dev.tieout.examples.benchmarks.matching.peers;

import dev.tieout.examples.benchmarks.matching.data.Pair;
import java.util.ArrayList;
import java.util.List;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.DataSource;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.QGramComparator;
import no.priv.garshol.duke.databases.LuceneDatabase;
import no.priv.garshol.duke.datasources.InMemoryDataSource;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/** Duke: q-grams, candidates by Lucene through e-mail, name, telephone and street, fifty of them. */
final class Duke implements Peer {
    private static final int HITS = 50;
    private static final int BATCH = 10_000;
    private static final double LEAST = 0.5;

    @Override
    public List<Pair> score(List<Fields> clients, List<Fields> customers) {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setThreshold(LEAST);
        configuration.setProperties(List.of(
                new PropertyImpl("ID"),
                property("NAME", new QGramComparator(), 0.09, 0.93),
                property("EMAIL", new ExactComparator(), 0.4, 0.95),
                property("PHONE", new ExactComparator(), 0.4, 0.85),
                property("STREET", new QGramComparator(), 0.3, 0.8),
                property("ZIP", new ExactComparator(), 0.4, 0.6)));
        configuration.addDataSource(1, source("a", clients));
        configuration.addDataSource(2, source("b", customers));
        configuration.validate();
        LuceneDatabase database = new LuceneDatabase();
        database.setMaxSearchHits(HITS);
        database.setConfiguration(configuration);
        Processor processor = new Processor(configuration, database);
        List<Pair> pairs = new ArrayList<>();
        processor.addMatchListener(new AbstractMatchListener() {
            @Override
            public synchronized void matches(Record one, Record other, double confidence) {
                boolean turned = one.getValue("ID").startsWith("b");
                pairs.add(new Pair(at(turned ? other : one), at(turned ? one : other), confidence));
            }
        });
        processor.link(configuration.getDataSources(2), configuration.getDataSources(1), true, BATCH);
        processor.close();
        return pairs;
    }

    private static int at(Record record) {
        return Integer.parseInt(record.getValue("ID").substring(1));
    }

    private static Property property(String name, Comparator comparator, double low, double high) {
        PropertyImpl property = new PropertyImpl(name, comparator, low, high);
        boolean lookup = !name.equals("ZIP") && !name.equals("STREET");
        property.setLookupBehaviour(lookup ? Property.Lookup.TRUE : Property.Lookup.FALSE);
        return property;
    }

    private static DataSource source(String side, List<Fields> records) {
        InMemoryDataSource source = new InMemoryDataSource();
        for (Fields r : records) {
            RecordImpl record = new RecordImpl();
            record.addValue("ID", side + r.at());
            add(record, "NAME", r.cleanName());
            add(record, "EMAIL", r.email());
            add(record, "PHONE", r.phone());
            add(record, "STREET", Fields.clean(r.street()));
            add(record, "ZIP", r.zip());
            source.add(record);
        }
        return source;
    }

    private static void add(RecordImpl record, String property, String value) {
        if (!value.isEmpty()) {
            record.addValue(property, value);
        }
    }
}
