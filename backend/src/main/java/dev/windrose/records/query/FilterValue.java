package dev.windrose.records.query;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldProblem;
import dev.windrose.records.Money;
import dev.windrose.records.TextKey;
import dev.windrose.records.store.BadValue;
import dev.windrose.records.store.JsonValue;
import dev.windrose.records.store.ParseValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value to compare a column with, as text that the database casts.
 *
 * @param currency of amounts that name one
 */
record FilterValue(String text, String sqlType, @Nullable String currency) {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static FilterValue of(FieldDescriptor field, @Nullable Object given) throws Wrong {
        if (given == null) {
            throw wrong(field, "A value is needed.");
        }
        if (field.kind().isText()) {
            if (!(given instanceof String text) || text.indexOf('\u0000') >= 0) {
                throw new Wrong(new FieldProblem(CommonError.WRONG_TYPE, field.name(), "Expected text."));
            }
            return new FilterValue(TextKey.of(text), "text", null);
        }
        return switch (field.kind()) {
            case MONEY -> money(field, given);
            case MULTI_CHOICE, REFERENCES -> element(field, given);
            default -> parsed(field, given);
        };
    }

    /** One of the values of a field that holds several. */
    private static FilterValue element(FieldDescriptor field, Object given) throws Wrong {
        try {
            if (ParseValue.of(field, List.of(given)) instanceof List<?> values && values.size() == 1) {
                return new FilterValue(String.valueOf(JsonValue.of(values.getFirst())), "text", null);
            }
            throw wrong(field, "A value is needed.");
        } catch (BadValue bad) {
            throw new Wrong(bad.of(field.name()));
        }
    }

    static List<FilterValue> list(FieldDescriptor field, @Nullable Object given) throws Wrong {
        if (!(given instanceof List<?> list)) {
            throw wrong(field, "A list of values is needed.");
        }
        var values = new ArrayList<FilterValue>();
        for (Object element : list) {
            values.add(of(field, element));
        }
        return values;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String currencyColumn(FieldDescriptor money) {
        return money.currencyField() == null ? money.name() + "_currency" : money.currencyField();
    }

    static Wrong wrong(FieldDescriptor field, String detail) {
        return new Wrong(new FieldProblem(CommonError.BAD_VALUE, field.name(), detail));
    }

    private static FilterValue parsed(FieldDescriptor field, Object given) throws Wrong {
        try {
            Object value = ParseValue.of(field, number(field, given));
            if (value == null) {
                throw wrong(field, "A value is needed.");
            }
            return new FilterValue(String.valueOf(JsonValue.of(value)), sqlType(field), null);
        } catch (BadValue bad) {
            throw new Wrong(bad.of(field.name()));
        }
    }

    /** Amounts are compared in minor units; one without a currency as if it had two decimals. */
    private static FilterValue money(FieldDescriptor field, Object given) throws Wrong {
        if (given instanceof Money money) {
            return new FilterValue(String.valueOf(money.minor()), "bigint", money.currency());
        }
        if (given instanceof Map<?, ?> map
                && map.get("currency") instanceof String currency
                && map.get("amount") != null) {
            try {
                var money = new Money(decimal(field, map.get("amount")), ParseValue.currency(currency));
                return new FilterValue(String.valueOf(money.minor()), "bigint", money.currency());
            } catch (BadValue bad) {
                throw new Wrong(bad.of(field.name()));
            }
        }
        return new FilterValue(
                decimal(field, given)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .toString(),
                "bigint",
                null);
    }

    private static BigDecimal decimal(FieldDescriptor field, @Nullable Object given) throws Wrong {
        try {
            var number = new BigDecimal(String.valueOf(given));
            if (number.precision() - number.scale() > 13 || number.scale() > 6) {
                throw wrong(field, "The number is too large.");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new Wrong(new FieldProblem(CommonError.WRONG_TYPE, field.name(), "Expected a number."));
        }
    }

    /** In addresses numbers and truth values come as text. */
    private static Object number(FieldDescriptor field, Object given) {
        if (!(given instanceof String text)) {
            return given;
        }
        return switch (field.kind()) {
            case INTEGER, NUMBER, SCORE -> text.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? new BigDecimal(text) : given;
            case BOOLEAN -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : given;
            case TEXT,
                    LONG_TEXT,
                    MONEY,
                    DATE,
                    INSTANT,
                    CHOICE,
                    MULTI_CHOICE,
                    REFERENCE,
                    REFERENCES,
                    EMAIL,
                    PHONE,
                    URL,
                    COUNTRY,
                    JSON,
                    PERSON -> given;
        };
    }

    /** The type of a value to compare with; of fields with several values that of one. */
    static String elementType(FieldDescriptor field) {
        return field.kind().isJson() ? "text" : sqlType(field);
    }

    static String sqlType(FieldDescriptor field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, COUNTRY, CHOICE -> "text";
            case INTEGER, MONEY -> "bigint";
            case NUMBER, SCORE -> "double precision";
            case DATE -> "date";
            case INSTANT -> "timestamptz";
            case BOOLEAN -> "boolean";
            case REFERENCE, PERSON -> "uuid";
            case MULTI_CHOICE, REFERENCES, JSON -> "jsonb";
        };
    }

    /** A value that cannot be compared with. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient FieldProblem problem;

        Wrong(FieldProblem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        FieldProblem problem() {
            return problem;
        }
    }
}
