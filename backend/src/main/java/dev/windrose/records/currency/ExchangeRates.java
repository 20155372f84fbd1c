package dev.windrose.records.currency;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What currencies are worth in that of the workspace, and sums over several of them. */
@Component
public class ExchangeRates {

    private static final BigDecimal HIGHEST = BigDecimal.TEN.pow(9);
    private static final BigDecimal LOWEST = BigDecimal.ONE.movePointLeft(9);
    private static final int MOST = 1_000;

    private final RateStore store;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final Clock clock;
    private final ObjectProvider<FollowRates> followers;

    ExchangeRates(
            RateStore store,
            Workspaces workspaces,
            AuditLog audit,
            Clock clock,
            ObjectProvider<FollowRates> followers) {
        this.followers = followers;
        this.store = store;
        this.workspaces = workspaces;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ExchangeRate> all() {
        return store.all(base());
    }

    public String base() {
        return workspaces.current().baseCurrency();
    }

    /** What one unit of each currency is worth on that day, the workspace's own currency among them. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> on(LocalDate day) {
        var rates = new HashMap<String, BigDecimal>();
        String base = base();
        store.on(base, day).forEach(rate -> rates.put(rate.currency(), rate.rate()));
        rates.put(base, BigDecimal.ONE);
        return rates;
    }

    /** Adds up amounts in minor units by currency. Amounts without a currency are none of any. */
    @Transactional(readOnly = true)
    public Total total(Map<String, Long> minorByCurrency, LocalDate day) {
        return total(minorByCurrency, base(), on(day));
    }

    /** @param rates as {@link #on} answers them, where many totals are made */
    public static Total total(Map<String, Long> minorByCurrency, String into, Map<String, BigDecimal> rates) {
        var per = new ArrayList<Money>();
        var missing = new ArrayList<String>();
        var sum = BigDecimal.ZERO;
        var target = rates.get(into);
        for (var entry : new TreeMap<>(minorByCurrency).entrySet()) {
            var money = Money.ofMinor(entry.getValue(), entry.getKey());
            var rate = rates.get(entry.getKey());
            if (entry.getKey().equals(into)) {
                per.addFirst(money);
                sum = sum.add(money.amount());
                continue;
            }
            per.add(money);
            if (rate == null || target == null) {
                missing.add(entry.getKey());
            } else {
                sum = sum.add(money.amount().multiply(rate).divide(target, MathContext.DECIMAL64));
            }
        }
        return new Total(missing.isEmpty() ? new Money(sum, into) : null, per, missing);
    }

    /** Adds rates, or replaces those of the same currency and day. */
    @Transactional
    public List<ExchangeRate> set(List<ExchangeRate> rates) {
        Permissions.require(Operation.MANAGE, "workspace");
        if (rates.isEmpty() || rates.size() > MOST) {
            throw new AppException(
                    CommonError.BAD_VALUE, "Between one and %,d rates are needed.".formatted(MOST), "rates");
        }
        String base = base();
        for (var rate : rates) {
            store.save(base, checked(rate, base), clock.instant());
        }
        told(Map.of("set", rates.size()));
        return store.all(base);
    }

    @Transactional
    public void remove(String currency, LocalDate day) {
        Permissions.require(Operation.MANAGE, "workspace");
        if (!store.delete(base(), currency.toUpperCase(Locale.ROOT), day)) {
            throw new AppException(CommonError.NOT_FOUND, "There is no such rate.");
        }
        told(Map.of("removed", currency + " " + day));
    }

    private ExchangeRate checked(ExchangeRate rate, String base) {
        String code = code(rate.currency());
        if (code.equals(base)) {
            throw wrong("%s is the currency of the workspace; its rate is 1.".formatted(base));
        }
        if (rate.rate() == null
                || rate.rate().compareTo(LOWEST) < 0
                || rate.rate().compareTo(HIGHEST) > 0) {
            throw wrong("The rate of %s has to be above zero.".formatted(code));
        }
        return new ExchangeRate(
                code, rate.day() == null ? workspaces.today() : rate.day(), rate.rate(), rate.source(), null);
    }

    private static String code(@Nullable String text) {
        try {
            return Currency.getInstance(String.valueOf(text).strip().toUpperCase(Locale.ROOT))
                    .getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw wrong("\"%s\" is no currency. Write three letters, for example EUR.".formatted(text));
        }
    }

    private void told(Map<String, ?> details) {
        followers.forEach(FollowRates::changed);
        audit.append(AuditEntry.of(AuditAction.WORKSPACE_CHANGED, "Exchange rates", details));
    }

    private static AppException wrong(String sentence) {
        return new AppException(CommonError.BAD_VALUE, sentence, "rates");
    }
}
