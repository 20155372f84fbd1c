package dev.windrose.context.policy;

import static java.util.Map.entry;

import dev.windrose.context.policy.rule.Fact;
import dev.windrose.llm.language.Fold;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which fact a field tells, by what the field is called. */
final class FieldNames {

    private static final Map<Fact, Set<String>> CALLED = Map.ofEntries(
            entry(
                    Fact.DISCOUNT_PERCENT,
                    Set.of(
                            "discount",
                            "discount percent",
                            "rabatt",
                            "rebate",
                            "nachlass",
                            "discount in percent",
                            "discount rate")),
            entry(
                    Fact.NET_TERMS_DAYS,
                    Set.of(
                            "payment terms",
                            "net terms",
                            "net terms days",
                            "zahlungsziel",
                            "payment terms days",
                            "terms of payment")),
            entry(
                    Fact.CONTRACT_MONTHS,
                    Set.of(
                            "contract months",
                            "contract length",
                            "contract term",
                            "laufzeit",
                            "contract term months",
                            "term in months")),
            entry(
                    Fact.QUANTITY,
                    Set.of(
                            "quantity",
                            "seats",
                            "units",
                            "licences",
                            "licenses",
                            "number of seats",
                            "menge",
                            "stuckzahl")),
            entry(Fact.TRIAL_DAYS, Set.of("trial days", "trial", "free trial days")),
            entry(Fact.CUSTOM_TERMS, Set.of("custom terms", "non standard terms", "special terms")),
            entry(Fact.IS_RENEWAL, Set.of("renewal", "is renewal", "verlangerung")),
            entry(Fact.PLAN, Set.of("plan", "tier", "tarif")),
            entry(Fact.UNIT_PRICE, Set.of("unit price", "price per unit", "price per seat")),
            entry(Fact.FREE_MONTHS, Set.of("free months", "months free", "gratismonate")),
            entry(Fact.MARGIN_PERCENT, Set.of("margin", "gross margin", "marge", "margin percent")),
            entry(Fact.UPTIME_PERCENT, Set.of("uptime", "uptime commitment", "availability")),
            entry(Fact.NOTICE_DAYS, Set.of("notice period", "notice days", "kundigungsfrist")),
            entry(Fact.PRICE_INCREASE_PERCENT, Set.of("price increase", "uplift", "preiserhohung")),
            entry(Fact.LIABILITY_CAP, Set.of("liability cap", "liability", "haftung")),
            entry(Fact.IS_RAMP_DEAL, Set.of("ramp deal", "is ramp deal")),
            entry(Fact.DATA_LOCATION, Set.of("data location", "data residency", "place of the data")),
            entry(Fact.LIST_PRICE, Set.of("list price", "listenpreis")));

    private FieldNames() {}

    /** @param own facts that only clauses name */
    static Optional<Fact> fact(FieldDescriptor field, Set<Fact> own) {
        var name = Fold.words(field.label());
        return CALLED.entrySet().stream()
                .filter(known -> known.getValue().contains(name))
                .map(Map.Entry::getKey)
                .filter(fact -> fits(fact, field))
                .findFirst()
                .or(() -> own.stream()
                        .filter(fact -> fact.own() && called(fact, name) && fits(fact, field))
                        .findFirst());
    }

    private static boolean called(Fact fact, String name) {
        return name.equals(Fold.words(fact.label()))
                || name.equals(Fold.words(fact.key().replace('_', ' ')));
    }

    private static boolean fits(Fact fact, FieldDescriptor field) {
        return switch (fact.form()) {
            case PERCENT, COUNT, NUMBER -> field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.INTEGER;
            case MONEY -> field.kind() == FieldKind.MONEY;
            case TRUTH -> field.kind() == FieldKind.BOOLEAN;
            case NAME, CHOICE -> field.kind() == FieldKind.TEXT || field.kind() == FieldKind.CHOICE;
            case LIST -> false;
        };
    }
}
