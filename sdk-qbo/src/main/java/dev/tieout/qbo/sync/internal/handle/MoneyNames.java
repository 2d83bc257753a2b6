package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.Account;
import dev.tieout.qbo.entity.AccountType;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Vendor;
import dev.tieout.qbo.sync.Finding;
import dev.tieout.qbo.sync.FindingCause;
import dev.tieout.qbo.text.internal.Words;
import dev.tieout.sync.MoneySettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the settings name for refunds and payouts, looked over for the doctor: each setting has a name of its own for people. */
record MoneyNames(Locale locale) {
    /** What money may be put into and taken from (QuickBooks facts M5.7, M4.1). */
    private static final Set<AccountType> MONEY = Set.of(AccountType.BANK, AccountType.OTHER_CURRENT_ASSET);

    private static final Set<String> HOLDS_MONEY = Set.of("refundAccount", "payoutAccount");

    /** The accounts that are named, by setting. */
    static Map<String, RemoteId> accounts(MoneySettings money) {
        Map<String, RemoteId> accounts = new LinkedHashMap<>();
        put(accounts, "refundAccount", money.refundAccount());
        put(accounts, "payoutAccount", money.payoutAccount());
        put(accounts, "feeAccount", money.feeAccount());
        put(accounts, "disputeAccount", money.disputeAccount());
        put(accounts, "shortfallAccount", money.shortfallAccount());
        return accounts;
    }

    private static void put(Map<String, RemoteId> accounts, String setting, @Nullable RemoteId id) {
        if (id != null) {
            accounts.put(setting, id);
        }
    }

    /** @param found what QuickBooks has of all that the settings name */
    void look(MoneySettings money, List<QboEntity> found, List<Finding> findings) {
        @Nullable RemoteId item = money.refundItem();
        if (item != null) {
            Optional<Item> there = Doctor.one(Item.class, found, each -> is(each, item));
            boolean stands = there.flatMap(Item::type).filter(Doctor::isNoLine).isEmpty();
            told("refundItem", item, there.map(each -> each.active().orElse(true)), stands)
                    .ifPresent(findings::add);
        }
        accounts(money).forEach((setting, id) -> {
            Optional<Account> there = Doctor.one(Account.class, found, each -> is(each, id));
            boolean fits = !HOLDS_MONEY.contains(setting)
                    || there.flatMap(Account::accountType)
                            .filter(MONEY::contains)
                            .isPresent();
            told(setting, id, there.map(each -> each.active().orElse(true)), fits)
                    .ifPresent(findings::add);
        });
        @Nullable RemoteId vendor = money.feeVendor();
        if (vendor != null) {
            Optional<Vendor> there = Doctor.one(Vendor.class, found, each -> is(each, vendor));
            told("feeVendor", vendor, there.map(each -> each.active().orElse(true)), true)
                    .ifPresent(findings::add);
        }
    }

    private static boolean is(QboEntity entity, RemoteId id) {
        return entity.id().equals(Optional.of(id.value()));
    }

    /**
     * @param active what QuickBooks says of its use; empty if it is not there
     * @param fits whether it can be what it is named for
     */
    private Optional<Finding> told(String setting, RemoteId id, Optional<Boolean> active, boolean fits) {
        if (active.isEmpty()) {
            return Optional.of(finding(FindingCause.MONEY_SETTING_MISSING, setting, id));
        }
        if (!active.get()) {
            return Optional.of(finding(FindingCause.MONEY_SETTING_INACTIVE, setting, id));
        }
        return fits ? Optional.empty() : Optional.of(finding(FindingCause.MONEY_SETTING_WRONG_TYPE, setting, id));
    }

    private Finding finding(FindingCause cause, String setting, RemoteId id) {
        Words words = Words.of(locale);
        String key = "doctor." + cause.name();
        String name = words.say("setting." + setting);
        return new Finding(
                cause,
                words.say(key + ".message", name, id),
                words.say(key + ".remedy", name, id),
                words.say(key + ".place", name, id),
                id);
    }
}
