package dev.windrose.agents.ask;

import dev.windrose.platform.people.People;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What values are called. */
@Component
class Labels {

    private final ReadRows read;
    private final People people;
    private final Descriptors descriptors;

    Labels(ReadRows read, People people, Descriptors descriptors) {
        this.read = read;
        this.people = people;
        this.descriptors = descriptors;
    }

    /** Values of a path with what they are in an answer; what may not be seen is left out. */
    Map<Object, AnswerValue.Id> of(String type, String path, Collection<?> keys) {
        var field = read.field(type, path);
        var out = new HashMap<Object, AnswerValue.Id>();
        if (field != null && field.kind().isLink()) {
            var ids = new HashSet<UUID>();
            keys.forEach(key -> ids.add((UUID) key));
            if (field.kind() == FieldKind.PERSON || "person".equals(field.ref())) {
                people.names(ids).forEach((id, name) -> out.put(id, new AnswerValue.Id("person", id, name)));
            } else {
                var other = String.valueOf(field.ref());
                read.titles(other, ids).forEach((id, row) -> out.put(id, new AnswerValue.Id(other, id, row.title())));
            }
            return out;
        }
        keys.forEach(key -> out.put(key, new AnswerValue.Id(null, null, key.toString())));
        return out;
    }

    /** As a sentence says it. */
    String told(@Nullable FieldDescriptor field, AnswerValue.Id id) {
        if (field == null || id.id() != null) {
            return id.label();
        }
        if (field.kind() == FieldKind.COUNTRY) {
            return Locale.of("", id.label()).getDisplayCountry(Locale.ENGLISH);
        }
        return field.choice(id.label()).map(choice -> choice.label()).orElse(id.label());
    }

    /** The value of a field of a row in words. */
    String said(String type, String path, Row row) {
        var field = read.field(type, path);
        var value = row.value(path);
        if (field == null || value == null) {
            return "";
        }
        if (field.kind() == FieldKind.MONEY) {
            var worth = row.worth(path, read.currency(type, path));
            return worth == null ? "" : money(worth.amount(), worth.currency());
        }
        if (value instanceof Money money) {
            return money(money.amount(), money.currency());
        }
        if (field.kind().isLink() || value instanceof Collection<?>) {
            var keys = value instanceof Collection<?> several ? several : List.of(value);
            var labels = of(type, path, keys);
            return keys.stream()
                    .map(labels::get)
                    .filter(java.util.Objects::nonNull)
                    .map(label -> told(field, label))
                    .collect(Collectors.joining(", "));
        }
        return switch (value) {
            case Instant moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
            case Number number -> number(new BigDecimal(number.toString()));
            case Boolean yes -> yes ? "yes" : "no";
            default -> told(field, new AnswerValue.Id(null, null, value.toString()));
        };
    }

    static String money(BigDecimal amount, @Nullable String currency) {
        return (currency == null ? "" : currency + " ") + number(amount);
    }

    static String number(BigDecimal number) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    String label(String type, boolean one) {
        var descriptor = descriptors.get(type);
        return (one ? descriptor.label() : descriptor.labelPlural()).toLowerCase(Locale.ROOT);
    }
}
