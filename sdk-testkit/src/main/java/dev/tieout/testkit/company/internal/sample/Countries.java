package dev.tieout.testkit.company.internal.sample;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What companies outside the United States have otherwise: currency, tax rates and tax codes, from {@code countries.txt}. */
final class Countries {
    static final String UNITED_STATES = "US";

    private static final Map<String, Countries> ALL = read();

    private final String currency;
    private final List<JsonObject> rates = new ArrayList<>();
    private final List<JsonObject> codes = new ArrayList<>();

    private Countries(String currency) {
        this.currency = currency;
    }

    static Countries of(String code) {
        Countries country = ALL.get(code);
        if (country == null) {
            throw new IllegalArgumentException("there are no tax codes of " + code + "; there are of " + ALL.keySet());
        }
        return country;
    }

    String currency() {
        return currency;
    }

    List<JsonObject> rates() {
        return rates.stream().map(JsonObject::copy).toList();
    }

    List<JsonObject> codes() {
        return codes.stream().map(JsonObject::copy).toList();
    }

    private void line(String[] parts) {
        JsonObject record = JsonObject.of(
                "Id",
                parts[1],
                "Name",
                parts[2],
                "Description",
                parts[2],
                "Active",
                true,
                "SyncToken",
                "0",
                "domain",
                "QBO",
                "sparse",
                false);
        if (parts[0].equals("rate")) {
            BigDecimal percent = new BigDecimal(parts[3]);
            record.set("RateValue", percent)
                    .set("AgencyRef", JsonObject.reference("1"))
                    .set("SpecialTaxType", percent.signum() == 0 ? "ZERO_RATE" : "NONE")
                    .set("DisplayType", "ReadOnly");
            rates.add(record);
        } else {
            List<Object> details = new ArrayList<>();
            for (String rate : parts[3].split(",")) {
                details.add(JsonObject.of(
                        "TaxRateRef",
                        JsonObject.reference(rate),
                        "TaxTypeApplicable",
                        "TaxOnAmount",
                        "TaxOrder",
                        BigDecimal.ZERO));
            }
            record.set("Taxable", true)
                    .set("TaxGroup", true)
                    .set("SalesTaxRateList", JsonObject.of("TaxRateDetail", details))
                    .set("PurchaseTaxRateList", JsonObject.of("TaxRateDetail", List.of()));
            codes.add(record);
        }
    }

    private static Map<String, Countries> read() {
        Map<String, Countries> all = new LinkedHashMap<>();
        InputStream text = Objects.requireNonNull(
                Countries.class.getResourceAsStream("/dev/tieout/testkit/company/internal/countries.txt"),
                "countries.txt");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            Countries current = new Countries("");
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] parts = line.split("\\|");
                if (parts[0].equals("country")) {
                    current = new Countries(parts[2]);
                    all.put(parts[1], current);
                } else if (parts.length == 4) {
                    current.line(parts);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all;
    }
}
