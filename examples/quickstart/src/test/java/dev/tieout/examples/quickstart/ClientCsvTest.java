package dev.tieout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.model.Client;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientCsvTest {
    private static final String HEADER = "id,kind,name,first_name,last_name,company,email,phone\n";

    private static List<Client> read(String text) throws IOException {
        return ClientCsv.read("test.csv", new StringReader(text));
    }

    @Test
    void quotedFieldsSeveralAddressesAndBlankKindsAreRead() throws IOException {
        List<Client> clients = read(HEADER + "c-1,,\"Lee, Ann\",Ann,Lee,,a@example.com; b@example.com,555\n");
        assertThat(clients).hasSize(1);
        assertThat(clients.get(0).displayName()).isEqualTo("Lee, Ann");
        assertThat(clients.get(0).emails()).containsExactly("a@example.com", "b@example.com");
    }

    @Test
    void anIdThatComesTwiceIsRefused() {
        assertThatThrownBy(() -> read(HEADER + "c-1,,Ann,,,,,\nc-1,,Ben,,,,,\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 3, column 1 (id)");
    }

    @Test
    void aShortLineIsRefused() {
        assertThatThrownBy(() -> read(HEADER + "c-1,,Ann\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("found 3 fields, expected 8");
    }

    @Test
    void anotherHeaderIsRefused() {
        assertThatThrownBy(() -> read("id,kind,display_name\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 1, column 3 (name)")
                .hasMessageContaining("found 'display_name'");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("empty; expected the header");
    }
}
