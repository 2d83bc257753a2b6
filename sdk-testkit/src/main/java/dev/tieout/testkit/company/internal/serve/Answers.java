package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.Books;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.References;
import dev.tieout.testkit.company.internal.wire.FieldType;
import dev.tieout.testkit.company.internal.wire.Shape;
import dev.tieout.testkit.company.internal.wire.Types;
import dev.tieout.testkit.company.internal.wire.Wrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Turns committed records into what answers show: live names in references, the open balances behind payment lines, and
 * the few fields that differ between a single record and a row of a query (QuickBooks facts E2.8, E2.9, E14.7).
 */
public final class Answers {
    private final Ledger ledger;
    private final Books books;

    /** Where a record is shown. */
    public enum View {
        /** The answer to its own creation. */
        CREATED,
        /** The answer to a read or an update. */
        SINGLE,
        /** A row of a query or of change data capture. */
        ROW
    }

    /** Answers over the books of a ledger, as its switches want them. */
    public Answers(Ledger ledger) {
        this.ledger = ledger;
        this.books = ledger.books();
    }

    /** The record as an answer shows it. */
    public JsonObject render(EntityKind kind, JsonObject record, View view) {
        if (kind == EntityKind.RECURRING_TRANSACTION) {
            return RecurringTransactions.shown(record);
        }
        JsonObject shown = named(kind.type(), record);
        switch (kind) {
            case CUSTOMER -> customer(shown, view);
            case ITEM -> shown.set("DeferredRevenue", view == View.ROW ? null : shown.get("DeferredRevenue"));
            case VENDOR -> vendor(shown, view);
            case ACCOUNT -> account(shown, view);
            case PAYMENT -> paymentLines(shown, view);
            case COMPANY_INFO -> {
                countries(shown);
                subscription(shown);
            }
            default -> {}
        }
        return kind == EntityKind.CUSTOMER ? Shape.ordered(kind.type(), shown) : shown;
    }

    /** Reads go on where the subscription has lapsed, and say so (QuickBooks fact P1.34). */
    private void subscription(JsonObject shown) {
        if (ledger.switches().on(CompanySwitch.SUBSCRIPTION_LAPSED)) {
            shown.objects("NameValue").stream()
                    .filter(pair -> pair.text("Name", "").equals("SubscriptionStatus"))
                    .forEach(pair -> pair.set("Value", "EXPIRED"));
        }
    }

    private void countries(JsonObject shown) {
        if (!ledger.switches().on(CompanySwitch.COUNTRIES_IN_THREE_LETTERS)) {
            return;
        }
        for (String field : List.of("CompanyAddr", "CustomerCommunicationAddr", "LegalAddr")) {
            JsonObject address = shown.object(field);
            String country = address == null ? null : address.text("Country");
            if (address != null && country != null) {
                address.set("Country", threeLetters(country));
            }
        }
    }

    /** The ISO code of a country that is given by two letters or by its English name. */
    private static String threeLetters(String country) {
        for (String code : Locale.getISOCountries()) {
            Locale place = new Locale.Builder().setRegion(code).build();
            boolean named = place.getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(country);
            if (code.equalsIgnoreCase(country) || named) {
                return place.getISO3Country();
            }
        }
        return country;
    }

    /** Rows have public ids and no tax code, single records a tax code and no public ids (recorded May 2026). */
    private void customer(JsonObject shown, View view) {
        if (view == View.ROW) {
            shown.set("DefaultTaxCodeRef", null);
            shown.setIfAbsent("ClientEntityId", "0");
            shown.setIfAbsent("V4IDPseudonym", pseudonym(shown.text("Id", "")));
            return;
        }
        shown.set("ClientEntityId", null);
        shown.set("V4IDPseudonym", null);
        JsonObject preferences = books.find(EntityKind.PREFERENCES, "1");
        Object group = preferences == null ? null : preferences.at("TaxPrefs.TaxGroupCodeRef");
        if (shown.is("Taxable") && group instanceof JsonObject reference) {
            shown.setIfAbsent("DefaultTaxCodeRef", JsonObject.of("value", reference.text("value")));
        }
    }

    private static String pseudonym(String id) {
        SplittableRandom random = new SplittableRandom(id.hashCode());
        HexFormat hex = HexFormat.of();
        return "0020985225" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextInt());
    }

    /** Rows show the last four characters of a tax number (recorded 2020), the answer to a write all of it (samples). */
    private static void vendor(JsonObject shown, View view) {
        String number = shown.text("TaxIdentifier");
        if (number != null && view == View.ROW && !number.startsWith("XXX")) {
            int hidden = Math.max(0, number.length() - 4);
            shown.set("TaxIdentifier", "X".repeat(hidden) + number.substring(hidden));
        }
    }

    private static void account(JsonObject shown, View view) {
        JsonObject meta = shown.object("MetaData");
        if (view == View.CREATED && meta != null) {
            meta.set("LastUpdatedTime", null);
        }
    }

    private JsonObject named(String type, JsonObject record) {
        Map<String, FieldType> fields = Types.all().fields(type);
        JsonObject shown = new JsonObject();
        record.forEach((name, value) -> {
            FieldType field = fields.get(name);
            shown.set(name, field == null ? value : value(type, record, field, value));
        });
        if (type.equals("PhysicalAddress") && ledger.switches().on(CompanySwitch.COORDINATES_HIDDEN)) {
            shown.set("Lat", null).set("Long", null);
        }
        return shown;
    }

    private Object value(String type, JsonObject owner, FieldType field, Object value) {
        if (value instanceof List<?> list) {
            List<Object> shown = new ArrayList<>(list.size());
            list.forEach(item -> shown.add(value(type, owner, field, item)));
            return shown;
        }
        if (!(value instanceof JsonObject nested)) {
            return value;
        }
        if (field.kind() == FieldType.Kind.REFERENCE) {
            return reference(type, owner, field, nested);
        }
        String nestedType = field.type();
        return nestedType == null ? nested : named(nestedType, nested);
    }

    private JsonObject reference(String type, JsonObject owner, FieldType field, JsonObject reference) {
        String id = reference.text("value");
        EntityKind target = References.target(type, field.name(), owner, reference);
        if (id == null || target == null) {
            return reference;
        }
        JsonObject record = books.find(target, id);
        if (record == null) {
            return reference;
        }
        boolean named = References.named(type, field.name());
        return JsonObject.of(
                "value", id, "name", named ? References.nameOf(target, record) : null, "type", reference.text("type"));
    }

    /** Lines of a payment tell the open balance behind them, in three wrappers of the server's own making. */
    private void paymentLines(JsonObject shown, View view) {
        if (view == View.CREATED && shown.list("Line").isEmpty()) {
            return;
        }
        for (JsonObject line : shown.objects("Line")) {
            List<JsonObject> links = line.objects("LinkedTxn");
            if (!links.isEmpty() && !line.has("LineEx")) {
                line.set("LineEx", lineEx(line, links.get(0)));
            }
        }
    }

    private @Nullable JsonObject lineEx(JsonObject line, JsonObject link) {
        EntityKind kind = EntityKind.named(link.text("TxnType", ""));
        JsonObject target = kind == null ? null : books.find(kind, link.text("TxnId", ""));
        if (target == null) {
            return null;
        }
        BigDecimal open = target.amount("Balance").add(line.amount("Amount"));
        List<Object> any = new ArrayList<>();
        any.add(Wrapped.nameValue("txnId", link.text("TxnId", "")));
        any.add(Wrapped.nameValue(
                "txnOpenBalance", open.setScale(2, RoundingMode.HALF_UP).toPlainString()));
        any.add(Wrapped.nameValue("txnReferenceNumber", target.text("DocNumber")));
        any.removeIf(Objects::isNull);
        return JsonObject.of("any", any);
    }

    /** A fresh copy with numbers in form, for people outside. */
    public Map<String, Object> plain(EntityKind kind, JsonObject record) {
        return Shape.ordered(kind.type(), render(kind, record, View.SINGLE)).toMap();
    }
}
