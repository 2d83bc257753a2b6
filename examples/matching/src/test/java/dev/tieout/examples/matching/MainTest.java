package dev.tieout.examples.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final String CLIENTS = """
            client_id,client_type,display_name,first_name,last_name,email
            a,INDIVIDUAL,Fiona Gallagher,Fiona,Gallagher,fiona@gallagher.example
            b,BUSINESS,"Rago Travel, LLC",,,rago@travel.example
            c,INDIVIDUAL,Nobody Known,Nobody,Known,
            """;
    private static final String CUSTOMERS = """
            customer_id,display_name,company_name,primary_email,active,job
            1,"Gallagher, Fiona",,fiona@gallagher.example,true,false
            2,Rago Travel L.L.C.,Rago Travel L.L.C.,"rago@travel.example, x@y.example",true,false
            3,Old One,,,false,false
            4,New Diner,New Diner,,true,false
            """;

    @TempDir
    Path dir;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path clients;
    private Path customers;
    private Path result;

    @BeforeEach
    void files() throws IOException {
        clients = Files.writeString(dir.resolve("clients.csv"), CLIENTS);
        customers = Files.writeString(dir.resolve("customers.csv"), CUSTOMERS);
        result = dir.resolve("pred.csv");
    }

    private int run(String... more) {
        List<String> args =
                new ArrayList<>(List.of(clients.toString(), customers.toString(), "--out", result.toString()));
        args.addAll(List.of(more));
        return Main.run(
                args.toArray(new String[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(result).stream()
                .map(l -> l.substring(0, l.lastIndexOf(',')))
                .toList();
    }

    private String refused(String... more) {
        assertThat(run(more)).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyRecordIsWrittenToItsList() throws IOException {
        assertThat(run()).isZero();
        assertThat(rows())
                .containsExactly("client_id,customer_id,category", "a,1,MATCH", "b,2,MATCH", "c,,UNMATCHED", ",4,NEW");
    }

    @Test
    void aDecisionIsToldInWords() {
        assertThat(run("--explain", "a")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Matched", "same e-mail, used by no one else");
    }

    @Test
    void namesThatVendorsHoldAreCounted() throws IOException {
        Path names = Files.writeString(dir.resolve("names.csv"), "kind,id,display_name\nVENDOR,V1,Nobody Known\n");
        assertThat(run("--names", names.toString(), "--explain", "c")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("taken in QuickBooks: 1", "its display name is taken");
    }

    @Test
    void idsNeedNotBeDigits() throws IOException {
        Files.writeString(customers, CUSTOMERS.replace("\n1,", "\nrec-1,"));
        assertThat(run()).isZero();
        assertThat(rows()).contains("a,rec-1,MATCH");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        Files.writeString(clients, CLIENTS.replace("client_id", "id"));
        assertThat(refused()).contains("clients.csv, line 1, column client_id: is missing from the header");
    }

    @Test
    void aRowWithTooManyFieldsIsNamedByItsLine() throws IOException {
        Files.writeString(clients, CLIENTS + "d,INDIVIDUAL,A B,A,B,a@b.example,more\n");
        assertThat(refused()).contains("clients.csv, line 5", "7 fields, the header 6");
    }

    @Test
    void aValueThatCannotBeIsNamedByLineAndColumn() throws IOException {
        Files.writeString(customers, CUSTOMERS.replace("false,false\n4", "perhaps,false\n4"));
        assertThat(refused()).contains("customers.csv, line 4, column active: is neither true nor false");
    }

    @Test
    void anIdThatStandsTwiceIsRefused() throws IOException {
        Files.writeString(clients, CLIENTS.replace("\nb,", "\na,"));
        assertThat(refused()).contains("client a is listed twice");
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        Files.write(clients, "client_id,display_name\n1,Jos\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused()).contains("clients.csv", "not UTF-8");
    }

    @Test
    void anEmptyOrAbsentFileIsRefused() throws IOException {
        Files.writeString(clients, "");
        assertThat(refused()).contains("the file is empty");
        Files.delete(clients);
        assertThat(refused()).contains("cannot be read");
    }

    @Test
    void anUnknownOptionIsRefusedWithTheUsage() {
        assertThat(refused("--fast")).contains("unknown option --fast", "usage:");
    }

    @Test
    void serviceItemsAreMatchedToo() throws IOException {
        Files.writeString(clients, "item_id,name,code,rate\ns1,Tax return 1040,1040,350\ns2,Payroll,PAY,90\n");
        Files.writeString(customers, "item_id,name,sku,unit_price\n7,Tax Return 1040,1040,350.00\n8,Audit,AUD,10\n");
        assertThat(run("--items")).isZero();
        assertThat(rows()).contains("s1,7,MATCH", ",8,NEW");
    }

    @Test
    void serviceItemsMayHaveOtherColumnNames() throws IOException {
        Files.writeString(clients, "id,name,code,price\ns1,1040 Return,T-1040,$350\ns2,Payroll Basic,,90\n");
        Files.writeString(
                customers,
                "qbo_item_id,item_name,category,sku,type\n7,1040 RETURN,Tax,t1040,service\n8,Payroll Premium,,,Service\n"
                        + "9,1040 Return,,,CATEGORY\n");
        assertThat(run("--items")).isZero();
        assertThat(rows()).contains("s1,7,MATCH", "s2,,UNMATCHED", ",8,NEW").noneMatch(row -> row.startsWith(",9"));
    }

    @Test
    void aServiceItemWithoutANameIsRefused() throws IOException {
        Files.writeString(clients, "item_id,name\ns1,Payroll\ns2,\n");
        Files.writeString(customers, "item_id,name\n7,Payroll\n");
        assertThat(refused("--items")).contains("clients.csv, line 3, column name: is empty");
    }

    @Test
    void labelledListsAreJudged() throws IOException {
        Files.writeString(dir.resolve("truth_pairs.csv"), "client_id,customer_id\na,1\nb,2\n");
        Files.writeString(
                dir.resolve("truth_records.csv"),
                "side,id,entity_id,category\nCLIENT,a,1,MATCH\nCLIENT,b,2,MATCH\nCLIENT,c,3,UNMATCHED\n"
                        + "CUSTOMER,1,1,MATCH\nCUSTOMER,2,9,MATCH\nCUSTOMER,4,4,NEW\n");
        assertThat(run("--truth", dir.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 wrong of 2", "2 of 2", "6 of 6");
    }
}
