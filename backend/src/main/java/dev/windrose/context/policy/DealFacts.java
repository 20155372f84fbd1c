package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Facts;
import dev.windrose.llm.language.Fold;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.Write;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a deal says of the facts that policies ask about: by its own fields, and by those of a workspace through what they are called. */
@Component
class DealFacts {

    static final String TYPE = "deal";

    private static final String AMOUNT = "deal_amount";
    private static final String CURRENCY = "deal_amount_currency";
    private static final String STAGE = "stage";
    private static final String PAYMENT = "payment_frequency";
    private static final String PRODUCT = "product_id";

    private static final Map<Fact, Set<String>> CALLED = Map.of(
            Fact.DISCOUNT_PERCENT,
                    Set.of(
                            "discount",
                            "discount percent",
                            "rabatt",
                            "rebate",
                            "nachlass",
                            "discount in percent",
                            "discount rate"),
            Fact.NET_TERMS_DAYS,
                    Set.of(
                            "payment terms",
                            "net terms",
                            "net terms days",
                            "zahlungsziel",
                            "payment terms days",
                            "terms of payment"),
            Fact.CONTRACT_MONTHS,
                    Set.of(
                            "contract months",
                            "contract length",
                            "contract term",
                            "laufzeit",
                            "contract term months",
                            "term in months"),
            Fact.QUANTITY,
                    Set.of(
                            "quantity",
                            "seats",
                            "units",
                            "licences",
                            "licenses",
                            "number of seats",
                            "menge",
                            "stuckzahl"),
            Fact.TRIAL_DAYS, Set.of("trial days", "trial", "free trial days"),
            Fact.CUSTOM_TERMS, Set.of("custom terms", "non standard terms", "special terms"),
            Fact.IS_RENEWAL, Set.of("renewal", "is renewal", "verlangerung"),
            Fact.PLAN, Set.of("plan", "tier", "tarif"),
            Fact.UNIT_PRICE, Set.of("unit price", "price per unit", "price per seat"));
    private static final Map<String, String> ALIASES = Map.of(
            "deal_expected_signing_date",
            "close_date",
            AMOUNT,
            "amount",
            "lost_reason",
            "loss_reason",
            "deal_start_date",
            "start_date",
            "competitors",
            "competitor");

    private final Descriptors descriptors;
    private final Records records;

    DealFacts(Descriptors descriptors, Records records) {
        this.descriptors = descriptors;
        this.records = records;
    }

    /** The deal as it becomes. */
    Facts after(Write write) {
        var facts = new LinkedHashMap<String, Object>();
        read(facts, write::value);
        if (write.changes(STAGE) && write.value(STAGE) != null) {
            facts.put(Fact.ACTION.key(), "change_stage");
            facts.put(Fact.STAGE_TO.key(), write.value(STAGE).toString());
            if (write.before().get(STAGE) != null) {
                facts.put(Fact.STAGE_FROM.key(), write.before().get(STAGE).toString());
            }
        }
        return parsed(facts);
    }

    /** The facts that the write changes. */
    Set<Fact> changed(Write write) {
        var changed = EnumSet.noneOf(Fact.class);
        var named = named();
        named.forEach((field, fact) -> {
            if (write.changes(field)) {
                changed.add(fact);
            }
        });
        if (write.changes(STAGE)) {
            changed.addAll(List.of(Fact.ACTION, Fact.STAGE_TO, Fact.STAGE_FROM));
        }
        if (write.op() == Op.CREATE) {
            changed.addAll(named.values());
        }
        return changed;
    }

    private Map<String, Fact> named() {
        var named = new LinkedHashMap<String, Fact>();
        named.put(AMOUNT, Fact.AMOUNT);
        named.put(CURRENCY, Fact.AMOUNT);
        named.put(PAYMENT, Fact.PAYMENT);
        named.put(PRODUCT, Fact.PRODUCT);
        for (var field : descriptors.get(TYPE).fields().values()) {
            CALLED.forEach((fact, names) -> {
                if (names.contains(Fold.words(field.label())) && fits(fact, field)) {
                    named.putIfAbsent(field.name(), fact);
                }
            });
        }
        return named;
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

    private void read(Map<String, Object> facts, Function<String, @Nullable Object> value) {
        named().forEach((field, fact) -> {
            var found = value.apply(field);
            if (found != null && !field.equals(CURRENCY)) {
                facts.put(fact.key(), written(fact, field, found));
            }
        });
        facts.values().removeIf(String.valueOf("")::equals);
        if (value.apply(CURRENCY) != null) {
            facts.put(Fact.CURRENCY.key(), String.valueOf(value.apply(CURRENCY)));
        }
        facts.put(Fact.FILLED.key(), filled(value));
    }

    private Object written(Fact fact, String field, Object value) {
        if (field.equals(PRODUCT)) {
            return value instanceof UUID id
                    ? records.find("product", id)
                            .map(product -> product.title())
                            .orElse("")
                    : "";
        }
        if (fact == Fact.PAYMENT) {
            return switch (value.toString()) {
                case "monthly" -> "monthly";
                case "quarterly" -> "quarterly";
                case "annual" -> "annually";
                case "one_time" -> "upfront";
                default -> "";
            };
        }
        return value;
    }

    private List<String> filled(Function<String, @Nullable Object> value) {
        var filled = new ArrayList<String>();
        for (var field : descriptors.get(TYPE).fields().values()) {
            if (value.apply(field.name()) != null) {
                filled.add(field.name());
                filled.add(Fold.words(field.label()).replace(' ', '_'));
                if (ALIASES.containsKey(field.name())) {
                    filled.add(ALIASES.get(field.name()));
                }
            }
        }
        return filled;
    }

    /** A value that no fact can have is as if it were not known. */
    private static Facts parsed(Map<String, Object> written) {
        var known = new LinkedHashMap<String, Object>();
        written.forEach((key, value) -> {
            try {
                Facts.of(Map.of(key, value));
                known.put(key, value);
            } catch (AppException _) {
                known.remove(key);
            }
        });
        return Facts.of(known);
    }
}
