package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import dev.windrose.records.TextKey;
import dev.windrose.records.store.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one record had before its later changes, as columns of its row. */
final class PastRow {

    /** How the category of a change ends that moved a record to the bin, or back. */
    static final String BINNED = "_BINNED";

    static final String RESTORED = "_RESTORED";

    /** Minor units with their currency. */
    record Amount(@Nullable Long minor, @Nullable String currency) {}

    private final Descriptor type;
    private final Map<String, Amount> today;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

    PastRow(Descriptor type, Map<String, Amount> today) {
        this.type = type;
        this.today = today;
    }

    /**
     * Takes the later changes back.
     *
     * @param version that the first of them made
     * @param moved whether the first that went to the bin or back did the one or the other; empty where none did
     * @param previous of each field the value before the first of them
     * @param before when the record had last been changed before all of these
     */
    void undo(long version, String moved, Map<?, ?> previous, @Nullable Instant before) {
        previous.forEach((name, value) -> values.put(name.toString(), value));
        columns.put("version", version - 1);
        if (before != null) {
            columns.put("updated_at", before.toString());
        }
        if (moved.equals(BINNED)) {
            columns.put("deleted_at", null);
        } else if (moved.equals(RESTORED)) {
            columns.put("deleted_at", before == null ? null : before.toString());
        }
    }

    String json(UUID id) {
        var custom = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((name, value) -> {
            var field = type.fields().get(name);
            if (field == null || !field.stored()) {
                return;
            }
            if (field.custom() != null) {
                custom.put(name, value);
            } else {
                put(field, value);
            }
        });
        type.columnFields().stream()
                .filter(field -> field.kind() == FieldKind.MONEY && field.currencyField() != null)
                .filter(field -> values.containsKey(field.name()) || values.containsKey(field.currencyField()))
                .forEach(this::putAmount);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id.toString());
        json.put("doc", columns);
        json.put("custom", custom.isEmpty() ? null : custom);
        return Json.write(json);
    }

    private void put(FieldDescriptor field, @Nullable Object value) {
        if (field.ownCurrency()) {
            boolean known = value instanceof Map<?, ?> map && map.get("currency") instanceof String;
            String currency = known ? String.valueOf(((Map<?, ?>) value).get("currency")) : null;
            columns.put(field.name(), currency == null ? null : minor(((Map<?, ?>) value).get("amount"), currency));
            columns.put(field.name() + "_currency", currency);
            return;
        }
        if (field.kind() == FieldKind.MONEY) {
            return;
        }
        columns.put(field.name(), value);
        if (field.keyed()) {
            columns.put(field.sortColumn(), value == null ? null : TextKey.of(value.toString()));
        }
    }

    private void putAmount(FieldDescriptor field) {
        var now = today.getOrDefault(field.name(), new Amount(null, null));
        Object currency =
                values.containsKey(field.currencyField()) ? values.get(field.currencyField()) : now.currency();
        Object amount = values.containsKey(field.name()) ? values.get(field.name()) : major(now);
        columns.put(field.name(), amount == null ? null : minor(amount, currency == null ? null : currency.toString()));
    }

    private static @Nullable BigDecimal major(Amount amount) {
        if (amount.minor() == null) {
            return null;
        }
        return amount.currency() == null
                ? BigDecimal.valueOf(amount.minor(), 2)
                : Money.ofMinor(amount.minor(), amount.currency()).amount();
    }

    private static long minor(@Nullable Object amount, @Nullable String currency) {
        var number = new BigDecimal(String.valueOf(amount));
        return currency == null
                ? number.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValue()
                : new Money(number, currency).minor();
    }
}
