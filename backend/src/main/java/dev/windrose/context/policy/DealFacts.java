package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Facts;
import dev.windrose.llm.language.Fold;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.Descriptors;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.Write;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a deal says of the facts that policies ask about: by its own fields, and by those of a workspace through what they are called. */
@Component
class DealFacts implements HoldToPolicies.ReadFacts {

    static final String TYPE = "deal";

    private static final String AMOUNT = "deal_amount";
    private static final String CURRENCY = "deal_amount_currency";
    private static final String STAGE = "stage";
    private static final String PAYMENT = "payment_frequency";
    private static final String PRODUCT = "product_id";
    private static final String COMPANY = "company_id";

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
    private final CompanyFacts companies;

    DealFacts(Descriptors descriptors, Records records, CompanyFacts companies) {
        this.descriptors = descriptors;
        this.records = records;
        this.companies = companies;
    }

    /**
     * The deal as it becomes.
     *
     * @param asked facts that policies turn on
     */
    @Override
    public Facts after(Write write, Set<Fact> asked) {
        var facts = new LinkedHashMap<String, Object>();
        read(facts, asked, write::value);
        if (write.value(COMPANY) instanceof UUID company && asked.stream().anyMatch(CompanyFacts.ALL::contains)) {
            companies.read(company, facts);
        }
        if (write.changes(STAGE) && write.value(STAGE) != null) {
            facts.put(Fact.ACTION.key(), "change_stage");
            facts.put(Fact.STAGE_TO.key(), label(write.value(STAGE)));
            if (write.before().get(STAGE) != null) {
                facts.put(Fact.STAGE_FROM.key(), label(write.before().get(STAGE)));
            }
        }
        return parsed(facts, asked);
    }

    /** As the stage is called: clauses know no other name. */
    private String label(@Nullable Object stage) {
        return descriptors.get(TYPE).fields().get(STAGE).choices().stream()
                .filter(option -> option.value().equals(String.valueOf(stage)))
                .map(option -> option.label())
                .findFirst()
                .orElse(String.valueOf(stage));
    }

    /** The facts that the write changes. */
    @Override
    public Set<Fact> changed(Write write, Set<Fact> asked) {
        var changed = new TreeSet<Fact>();
        var named = named(asked);
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
        if (write.changes(COMPANY)) {
            changed.addAll(CompanyFacts.ALL);
        }
        return changed;
    }

    private Map<String, Fact> named(Set<Fact> own) {
        var named = new LinkedHashMap<String, Fact>();
        named.put(AMOUNT, Fact.AMOUNT);
        named.put(CURRENCY, Fact.AMOUNT);
        named.put(PAYMENT, Fact.PAYMENT);
        named.put(PRODUCT, Fact.PRODUCT);
        for (var field : descriptors.get(TYPE).fields().values()) {
            FieldNames.fact(field, own).ifPresent(fact -> named.putIfAbsent(field.name(), fact));
        }
        return named;
    }

    private void read(Map<String, Object> facts, Set<Fact> asked, Function<String, @Nullable Object> value) {
        named(asked).forEach((field, fact) -> {
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
    private static Facts parsed(Map<String, Object> written, Set<Fact> asked) {
        var known = new LinkedHashMap<String, Object>();
        written.forEach((key, value) -> {
            try {
                Facts.of(Map.of(key, value), asked);
                known.put(key, value);
            } catch (AppException _) {
                known.remove(key);
            }
        });
        return Facts.of(known, asked);
    }
}
